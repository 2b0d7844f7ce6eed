package org.loyalty4j.support;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.btyd.Backtest;
import org.loyalty4j.btyd.BacktestReport;
import org.loyalty4j.btyd.BgBb;
import org.loyalty4j.btyd.CohortFits;
import org.loyalty4j.btyd.CovariateFitter;
import org.loyalty4j.btyd.CovariateHistogram;
import org.loyalty4j.btyd.CovariateModel;
import org.loyalty4j.btyd.DropoutModel;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.btyd.FittedModel;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.LikelihoodRatio;
import org.loyalty4j.btyd.LogNormalPrior;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.btyd.ModelAdviser;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.ModelTrial;
import org.loyalty4j.btyd.Nbd;
import org.loyalty4j.btyd.OpportunitySimulator;
import org.loyalty4j.btyd.ParetoNbd;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.btyd.PurchaseModelKind;
import org.loyalty4j.btyd.PurchaseSimulator;
import org.loyalty4j.btyd.SavedModel;
import org.loyalty4j.btyd.SimulatedOpportunities;
import org.loyalty4j.btyd.SpendSimulator;
import org.loyalty4j.churn.BaseRhythm;
import org.loyalty4j.churn.BetaDiscreteWeibull;
import org.loyalty4j.churn.ChurnAgreement;
import org.loyalty4j.churn.ChurnStateHistory;
import org.loyalty4j.churn.ChurnStates;
import org.loyalty4j.churn.CohortSurvivors;
import org.loyalty4j.churn.CohortTriangle;
import org.loyalty4j.churn.ConstantChurn;
import org.loyalty4j.churn.CustomerFlow;
import org.loyalty4j.churn.Denominator;
import org.loyalty4j.churn.DurationDependence;
import org.loyalty4j.churn.FalseChurnCurve;
import org.loyalty4j.churn.InactivityView;
import org.loyalty4j.churn.Lifetime;
import org.loyalty4j.churn.LifetimeQuantile;
import org.loyalty4j.churn.Lifetimes;
import org.loyalty4j.churn.LogRankGroup;
import org.loyalty4j.churn.LogRankTest;
import org.loyalty4j.churn.PersonalFalseChurnCurve;
import org.loyalty4j.churn.RelativeSilences;
import org.loyalty4j.churn.RenewalCounts;
import org.loyalty4j.churn.RepeatRate;
import org.loyalty4j.churn.RestrictedMean;
import org.loyalty4j.churn.RetentionFit;
import org.loyalty4j.churn.RetentionFitter;
import org.loyalty4j.churn.RetentionModel;
import org.loyalty4j.churn.RetentionProjection;
import org.loyalty4j.churn.RevenueChange;
import org.loyalty4j.churn.RevenueFlow;
import org.loyalty4j.churn.RhythmWarning;
import org.loyalty4j.churn.ShiftedBetaGeometric;
import org.loyalty4j.churn.SilenceCounts;
import org.loyalty4j.churn.SilenceCurve;
import org.loyalty4j.churn.Subscription;
import org.loyalty4j.churn.SurvivalCurve;
import org.loyalty4j.churn.SurvivalStep;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.LogChunk;
import org.loyalty4j.data.LogLoader;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.ltv.BootstrapTotal;
import org.loyalty4j.ltv.ChurnEconomics;
import org.loyalty4j.ltv.ContractValue;
import org.loyalty4j.ltv.FirstPayment;
import org.loyalty4j.ltv.OpportunityCase;
import org.loyalty4j.ltv.OpportunityValue;
import org.loyalty4j.ltv.OpportunityValueSimulation;
import org.loyalty4j.ltv.ResidualValue;
import org.loyalty4j.ltv.RetentionFormula;
import org.loyalty4j.ltv.SaveOffer;
import org.loyalty4j.ltv.ValueBootstrap;
import org.loyalty4j.ltv.ValueCase;
import org.loyalty4j.ltv.ValueSimulation;
import org.loyalty4j.ltv.ValueTerms;
import org.loyalty4j.ltv.ValuesAtRisk;
import org.loyalty4j.profile.ChurnPlan;
import org.loyalty4j.profile.CustomerFacts;
import org.loyalty4j.profile.CustomerProfiler;
import org.loyalty4j.profile.CustomerReader;
import org.loyalty4j.profile.ForecastPlan;
import org.loyalty4j.profile.LearntBase;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyForecast;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.quadrant.CutSensitivity;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.MovementSignificance;
import org.loyalty4j.quadrant.PercentileAxis;
import org.loyalty4j.quadrant.Playbook;
import org.loyalty4j.quadrant.PlaybookAction;
import org.loyalty4j.quadrant.QuadrantClassifier;
import org.loyalty4j.quadrant.QuadrantColumn;
import org.loyalty4j.quadrant.QuadrantMovement;
import org.loyalty4j.quadrant.QuadrantPosition;
import org.loyalty4j.quadrant.QuadrantProbabilities;
import org.loyalty4j.quadrant.QuadrantShares;
import org.loyalty4j.quadrant.QuadrantTable;
import org.loyalty4j.quadrant.ReaskedAnswers;
import org.loyalty4j.quadrant.ShareAxis;
import org.loyalty4j.rfm.AxisCuts;
import org.loyalty4j.rfm.AxisExplanation;
import org.loyalty4j.rfm.Cut;
import org.loyalty4j.rfm.MonetaryBasis;
import org.loyalty4j.rfm.RfmAxis;
import org.loyalty4j.rfm.RfmDistribution;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.rfm.ScoreRange;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.rfm.SegmentExplanation;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.rfm.SegmentRule;
import org.loyalty4j.rfm.SegmentSummary;
import org.loyalty4j.rfm.SegmentTable;
import org.loyalty4j.summary.CohortPurchases;
import org.loyalty4j.summary.Concentration;
import org.loyalty4j.summary.GapCounts;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.PurchaseAccumulator;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.SpendFrequencyCorrelation;
import org.loyalty4j.summary.SpendHistory;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.summary.WeightedOpportunityHistory;
import org.loyalty4j.summary.WeightedSpendHistory;
import org.loyalty4j.survey.AnswerAges;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerOutcomes;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.ColumnSummary;
import org.loyalty4j.survey.CustomerEffort;
import org.loyalty4j.survey.DriverAnalysis;
import org.loyalty4j.survey.DriverQuadrant;
import org.loyalty4j.survey.HalfLife;
import org.loyalty4j.survey.IndexScores;
import org.loyalty4j.survey.LaterOutcome;
import org.loyalty4j.survey.LoyaltyIndex;
import org.loyalty4j.survey.NonResponseBounds;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.NpsDifference;
import org.loyalty4j.survey.NpsPeriod;
import org.loyalty4j.survey.NpsSampleSize;
import org.loyalty4j.survey.NpsTrend;
import org.loyalty4j.survey.PointOfNps;
import org.loyalty4j.survey.PostStratification;
import org.loyalty4j.survey.PostStratum;
import org.loyalty4j.survey.Referral;
import org.loyalty4j.survey.ReferralValue;
import org.loyalty4j.survey.ResponseBias;
import org.loyalty4j.survey.ResponseRate;
import org.loyalty4j.survey.ResponseTable;
import org.loyalty4j.survey.StatedReferrals;
import org.loyalty4j.survey.SurveyAnswer;
import org.loyalty4j.survey.SurveyAnswers;
import org.loyalty4j.survey.SurveyItem;
import org.loyalty4j.survey.WeightedEstimate;

/** One good object of each public class of data, summary, rfm, btyd, ltv and quadrant, for the tests that go over all of them. */
public final class Samples {
    /** A day. */
    public static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    /** A log of two buyers and a prospect. */
    public static final TransactionLog LOG = TransactionLog.builder(2)
            .add("a", DAY.minusDays(9), new BigDecimal("12.50"))
            .add("a", DAY, new BigDecimal("7.50"))
            .add("b", DAY.minusDays(1), new BigDecimal("3"))
            .addCustomer("c")
            .build();

    /** Its summaries. */
    public static final PurchaseSummaries SUMMARIES = PurchaseSummaries.of(LOG, DAY);

    /** Their scores. */
    public static final RfmScores SCORES = RfmScorer.withDefaults().score(SUMMARIES);

    /** The score of "a". */
    public static final RfmScore SCORE = SCORES.scores().get(0);

    /** The same log cut in two on the day before its last. */
    public static final HoldoutSplit SPLIT = HoldoutSplit.of(LOG, PurchaseRules.withDefaults(), DAY.minusDays(1), DAY);

    private static final PurchaseDays DAYS = PurchaseDays.of(LOG, PurchaseRules.withDefaults(), DAY);
    private static final FalseChurnCurve FALSE_CHURN = FalseChurnCurve.of(SPLIT);
    private static final BaseRhythm RHYTHM = new BaseRhythm(1.5, 2, 30, 0.1, Set.of(RhythmWarning.CUSTOMERS_ALIKE));
    private static final PersonalFalseChurnCurve PERSONAL = PersonalFalseChurnCurve.of(
            SPLIT,
            RelativeSilences.of(PurchaseDays.of(LOG, PurchaseRules.withDefaults(), DAY.minusDays(1)), RHYTHM),
            0.1,
            0.5);
    private static final ChurnStateHistory STATES =
            ChurnStateHistory.of(DAYS, 30, CalendarPeriods.weeksFrom(DayOfWeek.MONDAY));

    private static final Segment SEGMENT = new Segment("key", new LocalizedText("Name", "名前"));
    private static final Cut CUT = new Cut(1, true);
    private static final SegmentRule RULE =
            new SegmentRule(SEGMENT, ScoreRange.of(1, 2), ScoreRange.of(1), ScoreRange.of(2));

    private static final BgBb DONORS = new BgBb(1.2, 0.75, 0.66, 2.8, PeriodUnit.YEAR);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final PurchaseSimulator SIMULATOR = PurchaseSimulator.of(new Nbd(0.8, 2, PeriodUnit.WEEK), 1);
    /** A fit to four histories. */
    public static final Fit<Nbd> FIT = ModelFitter.nbd()
            .fit(RepeatHistogram.of(
                    List.of(
                            new WeightedHistory(0, 0, 9, 20),
                            new WeightedHistory(1, 2, 9, 9),
                            new WeightedHistory(2, 5, 9, 5),
                            new WeightedHistory(6, 8, 9, 3)),
                    PeriodUnit.WEEK));

    private static final CovariateModel<ParetoNbd> COVARIATE_MODEL =
            new CovariateModel<>(new ParetoNbd(1, 2, 3, 4, PeriodUnit.WEEK), List.of("z"), List.of(0.1), List.of(0.2));

    private static final CovariateHistogram COVARIATES = CovariateHistogram.of(
            List.of("z"),
            RepeatHistories.of(List.of(new RepeatHistory("a", 1, 2, 3, PeriodUnit.WEEK)), PeriodUnit.WEEK),
            Map.of("a", List.of(1.0)));

    private static final BacktestReport BACKTEST = Backtest.withDefaults()
            .withModels(List.of())
            .withGivenModels(Map.of("a", new Nbd(0.8, 2, PeriodUnit.WEEK)))
            .run(LOG, PurchaseRules.withDefaults(), DAY.minusDays(1), DAY);
    private static final ModelTrial TRIAL = BACKTEST.rows().get(0).trial().orElseThrow();
    private static final ModelAdvice ADVICE = ModelAdviser.withDefaults()
            .withCandidates(List.of(PurchaseModelChoice.of(PurchaseModelKind.NBD)))
            .advise(SUMMARIES.repeatHistories(PeriodUnit.WEEK).histogram());

    private static final Lifetimes LIFETIMES =
            Lifetimes.ofLifetimes(List.of(Lifetime.ended(3), Lifetime.ended(4), Lifetime.goingOn(5)));
    private static final CohortSurvivors COHORT = CohortSurvivors.of(1000, 869, 743, 653, 593);
    private static final RetentionFit<ShiftedBetaGeometric> RETENTION =
            RetentionFitter.shiftedBetaGeometric().fit(COHORT);
    private static final RetentionProjection PROJECTION = RetentionProjection.of(RETENTION, COHORT, 6, 0.95);

    private static final List<Customer> MEMBERS = List.of(Customer.since("a", DAY.minusDays(99)));
    private static final CustomerFlow FLOW = CustomerFlow.between(MEMBERS, DAY.minusDays(30), DAY);
    private static final CohortTriangle TRIANGLE = CohortTriangle.ofCustomers(MEMBERS, DAY, CalendarPeriods.months());
    private static final RevenueFlow REVENUE = RevenueFlow.between(
            List.of(Subscription.since("a", DAY.minusDays(99), BigDecimal.TEN)), DAY.minusDays(30), DAY);
    private static final ChurnEconomics CHURN_ECONOMICS = ChurnEconomics.of(
            new RetentionFormula(25, 0.9, PeriodUnit.MONTH, FirstPayment.NOW), DiscountRate.annual(0.1));
    private static final SaveOffer OFFER = new SaveOffer(0.3, 20, 1, 1);
    private static final ValuesAtRisk AT_RISK =
            ValuesAtRisk.rank(List.of("a", "b"), new double[] {100, 500}, new double[] {0.5, 0.4});

    private static final ValueTerms TERMS = ValueTerms.within(Horizon.weeks(4), DiscountRate.annual(0.1));
    private static final ResidualValue RESIDUAL_VALUE = ResidualValue.of(new Nbd(0.8, 2, PeriodUnit.WEEK), SPEND);
    private static final LoyaltyForecast FORECAST = LoyaltyAnalysis.withDefaults()
            .withForecast(ForecastPlan.within(Horizon.weeks(4))
                    .withChoice(PurchaseModelChoice.of(PurchaseModelKind.NBD))
                    .withoutBacktest())
            .run(LOG, List.of(), DAY)
            .forecast()
            .orElseThrow();
    private static final CustomerReader READER =
            LoyaltyAnalysis.withDefaults().reader(LOG.firstDate().orElseThrow(), DAY);
    private static final CustomerFacts FACTS =
            READER.read("a", 2, new PurchaseAccumulator("a", 2).add(DAY, BigDecimal.TEN), List.of(), List.of());
    private static final LearntBase LEARNT = READER.learn(READER.newCounts().add(FACTS));
    private static final CustomerProfiler PROFILER =
            LEARNT.profiler(LEARNT.newCounts().add(FACTS));

    private static final QuadrantClassifier CUTS = new QuadrantClassifier(50, 80);
    private static final List<QuadrantPosition> POSITIONS = List.of(CUTS.position("a", 1, 50.0));
    private static final QuadrantMovement MOVEMENT = QuadrantMovement.between(POSITIONS, POSITIONS);
    private static final AnswerNoise NOISE = AnswerNoise.ofSteps(0.5, Scale.likert(3));
    private static final ReaskedAnswers REASKED = ReaskedAnswers.of(POSITIONS, NOISE);
    private static final AnswerCounts COUNTS = AnswerCounts.of(Scale.likert(3), 1, 2, 3);
    private static final SurveyItem ITEM = SurveyItem.of(
            "speed",
            new SurveyAnswers(
                    Scale.NPS,
                    AnswerRule.LATEST,
                    DAY,
                    List.of(new SurveyAnswer("a", DAY, 9, 1), new SurveyAnswer("b", DAY, 2, 1)),
                    0,
                    0,
                    0));
    private static final ResponseTable RESPONSES =
            ResponseTable.of(new int[] {0, 0, 0}, List.of("all"), BitSet.valueOf(new long[] {3}));
    private static final PostStratification WEIGHTS =
            PostStratification.of(new int[] {0}, List.of("all"), new BitSet());
    private static final LaterOutcome OUTCOME = new LaterOutcome("a", true, 20, false);
    private static final AnswerOutcomes OUTCOMES = AnswerOutcomes.of(ITEM.answers(), List.of(OUTCOME));
    private static final ReferralValue REFERRALS =
            ReferralValue.observed(ITEM.answers(), List.of(new Referral("a", "c", 5)));
    private static final IndexScores INDEX =
            LoyaltyIndex.withDefaults().score(List.of(ITEM, SurveyItem.of("staff", ITEM.answers())));
    private static final DriverAnalysis DRIVERS = DriverAnalysis.of(ITEM, List.of(ITEM), 0.9);

    private static final QuadrantShares SHARES = QuadrantShares.of(
            List.of(CUTS.position("a", 1, 50.0), CUTS.position("b", 1, 60.0)),
            PostStratification.of(List.of("s", "s"), BitSet.valueOf(new long[] {3})),
            0.9);

    private static final SurveyAnswers NO_ANSWERS =
            new SurveyAnswers(Scale.NPS, AnswerRule.LATEST, DAY, List.of(), 0, 0, 0);

    private Samples() {}

    /** One object of each class; those without an {@code equals} of their own are in the second list. */
    public static List<Object> withEquality() {
        return List.of(
                CalendarPeriods.weeksFrom(DayOfWeek.MONDAY),
                FIT,
                FIT.covariance().orElseThrow(),
                new LikelihoodRatio(1, 2, 0.5),
                new CohortFits<>(FIT, Map.of("a", FIT), 0.5),
                LogNormalPrior.in(PeriodUnit.WEEK).with("r", 1, 2),
                COVARIATE_MODEL,
                SavedModel.of(DONORS),
                new Customer("a", DAY.minusDays(9), DAY),
                SUMMARIES.dataReport(),
                PurchaseRules.withDefaults(),
                new SurveyResponse("a", DAY, 9),
                COUNTS,
                new CustomerEffort(COUNTS),
                new Nps(1, 2, 3),
                new NpsDifference(new Nps(1, 2, 3), new Nps(3, 2, 1)),
                new NpsPeriod(DAY, DAY.plusDays(1), new Nps(1, 2, 3)),
                NpsTrend.of(List.of(new NpsPeriod(DAY, DAY.plusDays(1), new Nps(1, 2, 3)))),
                NpsSampleSize.worstCase(),
                ITEM.answers(),
                ITEM.answers().answers().get(0),
                new ResponseRate(1, 2),
                RESPONSES,
                RESPONSES.rows().get(0),
                new PostStratum(List.of("a"), 2, 1),
                new WeightedEstimate(new Estimate(1, new Interval(0, 2, 0.9)), 1.5, 4, 5, 6),
                ResponseBias.of("orders", new double[] {1, 2, 3}, BitSet.valueOf(new long[] {3})),
                ColumnSummary.of(new double[] {1, 2, 3}),
                NonResponseBounds.of(new Nps(1, 2, 3), 10),
                AnswerAges.of(ITEM.answers()),
                AnswerAges.of(ITEM.answers()).bands(30).get(0),
                new HalfLife(365),
                OUTCOME,
                OUTCOMES,
                OUTCOMES.silent(),
                PointOfNps.of(OUTCOMES, 0.9),
                new Referral("a", "c", 5),
                REFERRALS,
                REFERRALS.rows().get(0),
                new StatedReferrals(0.5, 0.1, 0, 20),
                AnswerNoise.ofSteps(1, Scale.NPS),
                ITEM,
                INDEX,
                INDEX.scores().get(0),
                INDEX.analysis().orElseThrow(),
                DRIVERS,
                DRIVERS.rows().get(0),
                new Transaction("a", DAY, new BigDecimal("1.50")),
                LOG,
                LOG.customerIds(),
                LOG.transactions(),
                SUMMARIES,
                SUMMARIES.get(0),
                new RepeatHistory("a", 1, 2, 3, PeriodUnit.WEEK),
                SUMMARIES.repeatHistories(PeriodUnit.WEEK),
                RepeatHistories.of(List.of(new RepeatHistory("a", 1, 2, 3, PeriodUnit.WEEK)), PeriodUnit.DAY),
                SUMMARIES.repeatHistories(PeriodUnit.WEEK).histogram(),
                new WeightedHistory(1, 2, 3, 4),
                SUMMARIES.spendHistories(),
                SUMMARIES.spendHistories().histogram(),
                new SpendHistory("a", 1, 7.5),
                new WeightedSpendHistory(1, 7.5, 2),
                new OpportunityHistory("a", 1, 2, 3),
                new WeightedOpportunityHistory(1, 2, 3, 4),
                OpportunityHistogram.of(List.of(new OpportunityHistory("a", 1, 2, 3))),
                SPLIT.outcomes(),
                SPLIT.outcomes().get(0),
                SPLIT.bornInHoldout(),
                SPLIT.tracking(7),
                SPLIT.tracking(7).get(0),
                SPLIT.tracking(7).births().get(0),
                PurchaseRhythm.of(LOG, PurchaseRules.withDefaults(), DAY),
                FALSE_CHURN,
                FALSE_CHURN.get(0),
                FALSE_CHURN.threshold(0.5, 0.95),
                SilenceCurve.of(DAYS),
                SilenceCurve.of(DAYS).get(0),
                RHYTHM,
                RelativeSilences.of(DAYS, RHYTHM),
                RelativeSilences.of(DAYS, RHYTHM).get(0),
                PERSONAL,
                PERSONAL.get(0),
                ChurnStates.of(DAYS, 30, CalendarPeriods.months()),
                ChurnStates.of(DAYS, 30, CalendarPeriods.months()).get(0),
                STATES,
                STATES.get(0),
                STATES.flows().get(0),
                STATES.flows().get(0).get(0),
                new ChurnAgreement(0.5, 1, 2, 3, 4, 5),
                new SpendFrequencyCorrelation(3, 0.5, 0.25),
                new Concentration.LorenzPoint(0.5, 0.25),
                new Concentration.Decile(1, 2, BigDecimal.ONE, BigDecimal.TEN),
                new AxisCuts(RfmAxis.RECENCY, List.of(CUT), 2),
                SCORE.explain().get(0),
                CUT,
                RfmDistribution.of(SUMMARIES, MonetaryBasis.TOTAL),
                RfmDistribution.of(SUMMARIES, MonetaryBasis.TOTAL).on(RfmAxis.RECENCY),
                SCORES.scale(),
                SCORE,
                SCORES.scores(),
                RfmWeights.equal(),
                ScoreRange.of(1, 2),
                SEGMENT,
                new SegmentExplanation(SCORE, 1, RULE),
                SegmentMap.standard(),
                RULE,
                new SegmentSummary(SEGMENT, 1, 2, 3, BigDecimal.ONE, null),
                new SegmentSummary.Medians(1, 2, 3),
                SegmentTable.of(SUMMARIES, SCORES, SegmentMap.standard()),
                FLOW,
                FLOW.churnRate(Denominator.AT_START, 0.9).orElseThrow(),
                TRIANGLE.cohorts().get(0),
                TRIANGLE.cell(0, 0),
                TRIANGLE.cells(),
                TRIANGLE.average(0).orElseThrow(),
                new Subscription("a", DAY, null, BigDecimal.ONE),
                new RevenueChange("a", BigDecimal.ONE, BigDecimal.TEN, true),
                REVENUE.atStart(),
                REVENUE.netRetention(0.9).orElseThrow(),
                LIFETIMES,
                Lifetime.ended(3),
                new SurvivalStep(1, 2, 1, 0, new Estimate(0.5, new Interval(0, 1, 0.9))),
                new LifetimeQuantile(0.5, 1, 0, null, 0.9),
                new RestrictedMean(3, new Estimate(1, new Interval(0, 2, 0.9)), 0.5),
                new LogRankGroup("a", 1, 1, 0.5),
                LogRankTest.of(Map.of("a", LIFETIMES, "b", LIFETIMES)).orElseThrow(),
                CutRule.median(),
                Playbook.standard(),
                Playbook.standard().actions(LoyaltyQuadrant.TRUE_LOYALTY).get(0),
                Playbook.standard().next(LoyaltyQuadrant.NO_LOYALTY, SEGMENT),
                new QuadrantClassifier(50, 80),
                new QuadrantPosition("a", 1, 2.0, new QuadrantClassifier(50, 80)),
                COHORT,
                RenewalCounts.of(COHORT),
                RETENTION,
                PROJECTION,
                PROJECTION.rows().get(0),
                new ShiftedBetaGeometric(0.668, 3.806),
                new BetaDiscreteWeibull(0.5, 0.8, 1.2),
                new ConstantChurn(0.1),
                new DurationDependence(3.8, 0.05),
                new QuadrantPosition("a", 1, 2.0, CUTS),
                MOVEMENT.moves().get(0),
                MOVEMENT.flows().get(0),
                MOVEMENT.byNoise(NOISE, id -> true).orElseThrow(),
                new MovementSignificance(1, 2, 0.5),
                QuadrantProbabilities.of(POSITIONS, REASKED),
                QuadrantProbabilities.of(POSITIONS, REASKED).get(0),
                CutSensitivity.of(POSITIONS, 1, NOISE.scale()),
                SHARES,
                SHARES.get(0),
                QuadrantColumn.of(POSITIONS, new double[] {1}, 0.9),
                QuadrantColumn.of(POSITIONS, new double[] {1}, 0.9).get(0),
                QuadrantTable.of(List.of(), List.of(), NO_ANSWERS),
                CHURN_ECONOMICS,
                CHURN_ECONOMICS.cut(0.05),
                new ContractValue(25, new ConstantChurn(0.1), PeriodUnit.MONTH),
                OFFER,
                OFFER.plan(AT_RISK),
                OFFER.plan(AT_RISK).cases().get(0),
                AT_RISK,
                AT_RISK.get(0),
                DONORS,
                SPEND,
                TERMS,
                new ValueCase(new RepeatHistory("a", 1, 2, 3, PeriodUnit.WEEK), 7.5, TERMS),
                new OpportunityCase(new OpportunityHistory("a", 1, 2, 3), 7.5, TERMS),
                RESIDUAL_VALUE.values(SUMMARIES, TERMS),
                RESIDUAL_VALUE.values(SUMMARIES, TERMS).get(0),
                new BootstrapTotal(
                        new Estimate(1, new Interval(0, 2, 0.9)),
                        Map.of(FitStatus.CONVERGED, 19),
                        Map.of(FitStatus.AT_BOUNDARY, 19)),
                SIMULATOR.newCustomers(3, Horizon.weeks(4)),
                SIMULATOR.newCustomer(1, Horizon.weeks(4)),
                new SimulatedOpportunities(List.of(1, 3), true, 3),
                BACKTEST,
                BACKTEST.rows().get(0),
                BACKTEST.rows().get(0).accuracy(),
                BACKTEST.rows().get(0).accuracy().gain().get(0),
                TRIAL,
                TRIAL.probability(),
                TRIAL.probability().bins().get(0),
                TRIAL.tracking().get(0),
                TRIAL.frequencies().get(0),
                PurchaseModelChoice.parse("mbgcnbd-3"),
                FORECAST.plan(),
                READER.newCounts().add(FACTS),
                LEARNT.newCounts().add(FACTS),
                PROFILER.newTotals().add(FACTS).summary(),
                SilenceCounts.of(SPLIT),
                new GapCounts().add(DAYS, 0),
                ChurnPlan.withDefaults().withRecordsFrom(DAY),
                ADVICE,
                ADVICE.findings().get(0),
                ADVICE.comparison().orElseThrow(),
                ADVICE.comparison().orElseThrow().winner(),
                ADVICE.comparison().orElseThrow().winner().fit());
    }

    /** Objects that are the same only as themselves. */
    public static List<Object> withoutEquality() {
        return List.of(
                LoyaltyIndex.withDefaults().withLeastItems(1),
                WEIGHTS,
                ModelFitter.bgNbd(),
                RetentionFitter.betaDiscreteWeibull(),
                RESIDUAL_VALUE,
                OpportunityValue.of(DONORS, SPEND),
                ValueSimulation.of(new Nbd(0.8, 2, PeriodUnit.WEEK), SPEND, 1),
                OpportunityValueSimulation.of(DONORS, SPEND, 1),
                ValueBootstrap.of(ModelFitter.bgNbd(), ModelFitter.gammaGamma(), 1),
                CovariateFitter.paretoNbd(),
                COVARIATES,
                SurvivalCurve.of(LIFETIMES, 0.95),
                TRIANGLE,
                REVENUE,
                CohortPurchases.of(LOG, PurchaseRules.withDefaults(), DAY, CalendarPeriods.months()),
                SUMMARIES.concentration(),
                DAYS,
                SPLIT,
                new PurchaseAccumulator("a", 2).add(DAY, BigDecimal.TEN),
                LogLoader.withDefaults().withParallelism(2),
                LogChunk.of(new int[1], new int[1], new long[1], 1),
                RfmScorer.withDefaults(),
                RfmScorer.withDefaults().withFixedCuts(new double[] {30}, new double[] {2}, new double[] {10}),
                SCORES,
                BehaviourAxis.fit(SCORES.scores(), RfmWeights.equal()),
                MOVEMENT,
                REASKED,
                PercentileAxis.fit(new double[] {1, 2}),
                ShareAxis.fit(new double[] {1, 2}),
                RepeatHistogram.of(List.of(new WeightedHistory(1, 2, 3, 4)), PeriodUnit.WEEK)
                        .observedAges(),
                SIMULATOR,
                SIMULATOR.after(new RepeatHistory("a", 1, 2, 3, PeriodUnit.WEEK)),
                OpportunitySimulator.of(DONORS, 1),
                SpendSimulator.of(SPEND, 1),
                Backtest.withDefaults(),
                ModelAdviser.withDefaults(),
                FORECAST,
                READER,
                FACTS,
                LEARNT,
                PROFILER,
                PROFILER.newTotals().add(FACTS));
    }

    /** Objects that only help to make others. */
    public static List<Object> builders() {
        return List.of(
                TransactionLog.builder(2),
                RfmDistribution.builder(MonetaryBasis.TOTAL),
                SegmentMap.builder(5).rule(SEGMENT, ScoreRange.of(1, 5), ScoreRange.of(1, 5), ScoreRange.of(1, 5)));
    }

    /** A good argument for each type of parameter. */
    public static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(Estimate.class, new Estimate(1, new Interval(0, 2, 0.9))),
            Map.entry(Interval.class, new Interval(0, 2, 0.9)),
            Map.entry(RepeatRate.class, RepeatRate.of(SUMMARIES)),
            Map.entry(InactivityView.class, InactivityView.of(SUMMARIES, 30)),
            Map.entry(Object.class, "data"),
            Map.entry(Period.class, Period.ofMonths(1)),
            Map.entry(RetentionFormula.class, CHURN_ECONOMICS.customer()),
            Map.entry(RetentionModel.class, new ConstantChurn(0.1)),
            Map.entry(CohortSurvivors[].class, new CohortSurvivors[] {COHORT}),
            Map.entry(String[].class, new String[] {"z"}),
            Map.entry(FittedModel.class, FIT),
            Map.entry(DropoutModel.class, COVARIATE_MODEL.base()),
            Map.entry(String.class, "a"),
            Map.entry(LocalDate.class, DAY),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Optional.class, Optional.of(SCORE)),
            Map.entry(Map.class, Map.of("reason", 1L)),
            Map.entry(Double.class, 1.0),
            Map.entry(Integer.class, 1),
            Map.entry(Scale.class, Scale.NPS),
            Map.entry(Predicate.class, (Predicate<Object>) any -> true),
            Map.entry(BitSet.class, new BitSet()),
            Map.entry(Long.class, 1L),
            Map.entry(Set.class, Set.of("a")),
            Map.entry(double[].class, new double[] {1}),
            Map.entry(int[].class, new int[] {1}),
            Map.entry(int.class, 2),
            Map.entry(long.class, 2L),
            Map.entry(double.class, 1.0),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(Proportion.class, new Proportion(1, 2)),
            Map.entry(PurchaseModelChoice.class, PurchaseModelChoice.parse("nbd")),
            Map.entry(Horizon.class, Horizon.weeks(4)),
            Map.entry(DiscountRate.class, DiscountRate.annual(0.1)),
            Map.entry(PurchaseModel.class, new Nbd(0.8, 2, PeriodUnit.WEEK)),
            Map.entry(DoubleConsumer.class, (DoubleConsumer) time -> {}),
            Map.entry(ToDoubleBiFunction.class, (ToDoubleBiFunction<Object, Object>) (model, history) -> 1),
            Map.entry(long[].class, new long[] {1, 2, 3}),
            Map.entry(CalendarPeriods.class, CalendarPeriods.months()),
            Map.entry(DriverQuadrant.class, DriverQuadrant.KEEP_UP),
            Map.entry(SurveyAnswers.class, ITEM.answers()),
            Map.entry(WeightedEstimate.class, SHARES.get(0).share()),
            Map.entry(LocalizedText.class, new LocalizedText("Name", "名前")),
            Map.entry(AxisExplanation.class, SCORE.explain().get(0)),
            Map.entry(RfmDistribution.class, RfmDistribution.of(SUMMARIES, MonetaryBasis.TOTAL)),
            Map.entry(RfmScale.class, SCORES.scale()),
            Map.entry(RfmScore.class, SCORE),
            Map.entry(PurchaseSummary.class, SUMMARIES.get(0)),
            Map.entry(
                    PlaybookAction.class,
                    Playbook.standard().actions(LoyaltyQuadrant.TRUE_LOYALTY).get(0)),
            Map.entry(AnswerNoise.class, NOISE),
            Map.entry(PostStratification.class, PostStratification.of(List.of("s"), new BitSet())),
            Map.entry(AnswerCounts.class, AnswerCounts.of(Scale.likert(3), 1, 2, 3)),
            Map.entry(DataReport.class, SUMMARIES.dataReport()));
}
