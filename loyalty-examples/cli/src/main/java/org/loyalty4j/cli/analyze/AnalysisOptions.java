package org.loyalty4j.cli.analyze;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.Scale;
import org.loyalty4j.cli.UnitConverter;
import org.loyalty4j.cli.input.PurchaseRuleOptions;
import org.loyalty4j.profile.BehaviourMeasure;
import org.loyalty4j.profile.ForecastPlan;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.rfm.BinningRule;
import org.loyalty4j.rfm.MonetaryBasis;
import org.loyalty4j.rfm.Nesting;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerSelection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how the data are read and scored; every default is the library's. */
public final class AnalysisOptions {
    private static final LoyaltyAnalysis DEFAULT = LoyaltyAnalysis.withDefaults();
    private static final Horizon FORECAST_HORIZON = Horizon.months(12);

    @Mixin
    private PurchaseRuleOptions rules = new PurchaseRuleOptions();

    @Option(names = "--bins", paramLabel = "K", description = "Scores on each RFM axis, 2 to 10. Default: 5.")
    private int bins = 5;

    @Option(
            names = "--binning",
            paramLabel = "RULE",
            converter = AnalysisConverters.ToBinningRule.class,
            description = "How scores are cut: quantile (default, ties together), mid-rank, or rank-tiles (NTILE).")
    private BinningRule binning = BinningRule.QUANTILE;

    @Option(names = "--nested", description = "Cut F within R, and M within R and F.")
    private boolean nested;

    @Option(
            names = "--monetary",
            paramLabel = "BASIS",
            converter = AnalysisConverters.ToMonetaryBasis.class,
            description = "M is the total (default) or the mean-per-occasion.")
    private MonetaryBasis monetary = MonetaryBasis.TOTAL;

    @Option(
            names = "--weights",
            paramLabel = "R,F,M",
            converter = AnalysisConverters.ToWeights.class,
            description = "Weights of R, F and M on the behaviour axis. Default: 1,1,1.")
    private RfmWeights weights = DEFAULT.weights();

    @Option(
            names = "--behaviour",
            paramLabel = "MEASURE",
            converter = AnalysisConverters.ToBehaviourMeasure.class,
            description =
                    "What the behaviour axis measures: rfm (default, the RFM composite), expected-purchases of the"
                            + " forecast, or spend (the share of sales below the customer).")
    private BehaviourMeasure behaviour = DEFAULT.behaviour();

    @Option(
            names = "--behaviour-cut",
            paramLabel = "CUT",
            converter = AnalysisConverters.ToCutRule.class,
            description =
                    "Where high behaviour begins: a position of 0..100 (default 50), median, or p75 for a percentile.")
    private CutRule behaviourCut = DEFAULT.behaviourCut();

    @Option(
            names = "--attitude-cut",
            paramLabel = "CUT",
            converter = AnalysisConverters.ToCutRule.class,
            description = "Where high attitude begins: a position of 0..100 (default 85, between the answers 8 and 9),"
                    + " median, or p75 for a percentile.")
    private CutRule attitudeCut = DEFAULT.attitudeCut();

    @Option(
            names = "--max-answer-age",
            paramLabel = "DAYS",
            description = "Leave out survey answers that are older. Default: none is too old.")
    private @Nullable Integer maxAnswerAgeDays;

    @Option(
            names = "--answer-noise",
            paramLabel = "STEPS",
            description =
                    "The standard deviation of one answer, in steps of the scale. Default: estimated from customers who"
                            + " answered twice within 90 days if there are 30 or more, else 1.")
    private @Nullable Double answerNoise;

    @Mixin
    private ChurnOptions churn = new ChurnOptions();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            converter = AnalysisConverters.ToModelWish.class,
            description =
                    "The model of purchases: auto (default: the one that fits best), bgnbd, mbgnbd, paretonbd, nbd,"
                            + " bgcnbd-K, mbgcnbd-K (K whole, for regular purchases), or none for no forecast.")
    private ModelWish model = ModelWish.AUTO;

    @Option(
            names = "--model-unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description =
                    "Unit of the model's parameters: day, week (default), month or year. Forecasts do not depend on it.")
    private PeriodUnit modelUnit = PeriodUnit.WEEK;

    @Option(
            names = "--horizon",
            paramLabel = "LENGTH",
            converter = AnalysisConverters.ToHorizon.class,
            description =
                    "How far ahead forecast and value look: 90d, 26w, 12m or 3y. Default: 12m for the forecast; a value"
                            + " has none.")
    private @Nullable Horizon horizon;

    @Option(
            names = "--discount-rate",
            paramLabel = "RATE",
            converter = AnalysisConverters.ToDiscountRate.class,
            description = "Effective annual rate, such as 0.10, for the value. With --horizon.")
    private @Nullable DiscountRate discountRate;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description = "Margin as a share of sales, such as 0.35. Default: 1, so that the value is in sales.")
    private @Nullable Double margin;

    @Option(names = "--confidence", paramLabel = "LEVEL", description = "Level of all intervals. Default: 0.95.")
    private double confidence = 0.95;

    /**
     * The analysis as the options describe it.
     *
     * @return the configured analysis
     * @throws IllegalArgumentException if options contradict each other or are out of range
     */
    public LoyaltyAnalysis analysis() {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("--confidence must be in (0, 1), but was " + confidence);
        }
        if (bins < 2 || bins > 10) {
            throw new IllegalArgumentException("--bins must be in [2, 10], but was " + bins);
        }
        if (behaviour == BehaviourMeasure.EXPECTED_PURCHASES && model.none()) {
            throw new IllegalArgumentException("--behaviour expected-purchases needs a forecast, but --model is none");
        }
        AnswerSelection answers = DEFAULT.answers();
        LoyaltyAnalysis analysis = DEFAULT.withRules(rules.rules())
                .withRfm(RfmScorer.withDefaults()
                        .withBins(bins)
                        .withRule(binning)
                        .withNesting(nested ? Nesting.NESTED : Nesting.INDEPENDENT)
                        .withMonetaryBasis(monetary))
                .withWeights(weights)
                .withSurvey(Scale.NPS, maxAnswerAgeDays == null ? answers : answers.withMaxAgeDays(maxAnswerAgeDays))
                .withBehaviour(behaviour)
                .withQuadrantCuts(behaviourCut, attitudeCut)
                .withChurn(churn.plan());
        return withValue(withForecast(withAnswerNoise(analysis)));
    }

    private LoyaltyAnalysis withAnswerNoise(LoyaltyAnalysis analysis) {
        if (answerNoise == null) {
            return analysis;
        }
        if (!(answerNoise >= 0 && answerNoise <= Scale.NPS.maximum())) {
            throw new IllegalArgumentException("--answer-noise must be in [0, 10], but was " + answerNoise);
        }
        return analysis.withAnswerNoise(AnswerNoise.ofSteps(answerNoise, Scale.NPS));
    }

    private LoyaltyAnalysis withForecast(LoyaltyAnalysis analysis) {
        if (model.none()) {
            return analysis;
        }
        ForecastPlan plan = ForecastPlan.within(horizon == null ? FORECAST_HORIZON : horizon)
                .withUnit(modelUnit)
                .withConfidence(confidence);
        return analysis.withForecast(model.choice().map(plan::withChoice).orElse(plan));
    }

    private LoyaltyAnalysis withValue(LoyaltyAnalysis analysis) {
        if (discountRate == null && margin == null) {
            return analysis;
        }
        if (horizon == null || discountRate == null) {
            throw new IllegalArgumentException("a value needs both --horizon and --discount-rate");
        }
        return analysis.withValue(Optional.ofNullable(margin).orElse(1.0), horizon, discountRate);
    }

    /**
     * Tells whether the user said how far ahead to look.
     *
     * @return false for the default horizon of the forecast
     */
    public boolean horizonGiven() {
        return horizon != null;
    }

    /**
     * How rows become purchases.
     *
     * @return the options
     */
    public PurchaseRuleOptions rules() {
        return rules;
    }

    /**
     * The level of all intervals.
     *
     * @return the confidence, in (0, 1) once {@link #analysis} has checked it
     */
    public double confidence() {
        return confidence;
    }
}
