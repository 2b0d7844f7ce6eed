package org.loyalty4j.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.Scale;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.btyd.PurchaseModelKind;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.rfm.BinningRule;
import org.loyalty4j.rfm.MonetaryBasis;
import org.loyalty4j.rfm.Nesting;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.summary.PurchaseAccumulator;
import org.loyalty4j.support.Serial;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.AnswerSelection;

/** The profiles of customers who are nowhere together are those of the report, to the bit. */
class CustomerProfilerTest {
    private static final LocalDate AS_OF = ProfileWorld.AS_OF;
    private static final LoyaltyAnalysis PLAIN = LoyaltyAnalysis.withDefaults();
    private static final LoyaltyAnalysis FORECAST = PLAIN.withForecast(
                    ForecastPlan.within(Horizon.days(180)).withoutBacktest())
            .withValue(0.3, Horizon.years(2), DiscountRate.annual(0.1));

    /** A base with some whom nothing is known of, some who only answered and some who came later. */
    private static final TransactionLog LOG;

    private static final List<SurveyResponse> RESPONSES = new ArrayList<>(ProfileWorld.RESPONSES);
    private static final List<Customer> CUSTOMERS = new ArrayList<>(ProfileWorld.CUSTOMERS);

    static {
        TransactionLog.Builder log = TransactionLog.builder(2);
        TransactionLog world = ProfileWorld.LOG;
        Random random = new Random(1);
        for (int c = 0; c < world.customerCount(); c++) {
            for (int row = world.firstRow(c); row < world.endRow(c); row++) {
                log.add(world.customerId(c), world.epochDay(row), world.minorUnits(row));
                if (random.nextInt(10) == 0) {
                    log.add(world.customerId(c), world.epochDay(row) + random.nextInt(30), -1500);
                }
            }
        }
        log.addCustomer("registered");
        log.add("later", (int) AS_OF.toEpochDay() + 5, 1000);
        LOG = log.build();
        CUSTOMERS.add(new Customer("on the books", AS_OF.minusDays(3), null));
        CUSTOMERS.add(new Customer("joins later", AS_OF.plusDays(3), null));
        CUSTOMERS.add(new Customer("c003", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 1)));
        RESPONSES.add(new SurveyResponse("only answered", AS_OF.minusDays(9), 3));
        RESPONSES.add(new SurveyResponse("only answered", AS_OF.minusDays(10), 8));
        RESPONSES.add(new SurveyResponse("later", AS_OF.minusDays(9), 10));
        RESPONSES.add(new SurveyResponse("registered", AS_OF.minusDays(400), 9));
        RESPONSES.add(new SurveyResponse("c001", AS_OF.plusDays(1), 0));
    }

    @Test
    void plain() {
        assertSame(PLAIN);
    }

    @Test
    void withForecastAndValue() {
        assertSame(FORECAST);
    }

    @ParameterizedTest
    @EnumSource(PurchaseModelKind.class)
    void byEveryModel(PurchaseModelKind kind) {
        PurchaseModelChoice choice = kind.phased() ? new PurchaseModelChoice(kind, 2) : PurchaseModelChoice.of(kind);
        assertSame(FORECAST.withForecast(
                FORECAST.forecast().orElseThrow().withChoice(choice).withUnit(PeriodUnit.MONTH)));
    }

    @ParameterizedTest
    @EnumSource(BehaviourMeasure.class)
    void byEveryMeasureOfBehaviour(BehaviourMeasure measure) {
        assertSame(FORECAST.withBehaviour(measure).withQuadrantCuts(CutRule.median(), CutRule.median()));
    }

    @Test
    void byOtherRules() {
        assertSame(PLAIN.withRfm(RfmScorer.withDefaults()
                        .withBins(4)
                        .withRule(BinningRule.MID_RANK)
                        .withMonetaryBasis(MonetaryBasis.MEAN_PER_OCCASION))
                .withRules(PurchaseRules.withDefaults()
                        .withRefunds(RefundPolicy.NET_AGAINST_PRIOR)
                        .withMerge(MergePolicy.EACH_ROW))
                .withQuadrantCuts(CutRule.naturalBreak(), CutRule.naturalBreak())
                .withChurn(ChurnPlan.withDefaults().withInactiveAfterDays(45)));
    }

    @Test
    void withMeansOfAnswersAndAges() {
        assertSame(PLAIN.withSurvey(Scale.NPS, AnswerSelection.withDefaults().withRule(AnswerRule.MEAN)));
        assertSame(PLAIN.withSurvey(Scale.NPS, AnswerSelection.withDefaults().withMaxAgeDays(200)));
    }

    @Test
    void byFrozenCuts() {
        LoyaltyReport earlier = FORECAST.withBehaviour(BehaviourMeasure.EXPECTED_PURCHASES)
                .run(LOG, RESPONSES, CUSTOMERS, ProfileWorld.EARLIER);
        assertSame(FORECAST.withFrozenCuts(earlier.cuts())
                .withRfm(RfmScorer.withDefaults().withNesting(Nesting.NESTED)));
    }

    private static void assertSame(LoyaltyAnalysis analysis) {
        LoyaltyReport report = analysis.run(LOG, RESPONSES, CUSTOMERS, AS_OF);
        List<CustomerFacts> facts = facts(analysis.reader(LOG.firstDate().orElseThrow(), AS_OF));
        for (int parts : new int[] {1, 3, 50}) {
            Collections.shuffle(facts, new Random(parts));
            CustomerProfiler learnt = learn(analysis, facts, parts);
            assertThat(learnt.cuts()).isEqualTo(report.cuts());
            assertThat(learnt.inactiveAfterDays()).isEqualTo(report.churn().inactiveAfterDays());
            assertProfiles(learnt, facts, report);
            assertTotals(totals(learnt, facts, parts), report);
        }
        assertProfiles(report.profiler(), facts, report);
    }

    private static BaseSummary totals(CustomerProfiler profiler, List<CustomerFacts> facts, int parts) {
        List<BaseTotals> totals =
                IntStream.range(0, parts).mapToObj(part -> profiler.newTotals()).toList();
        IntStream.range(0, facts.size()).forEach(i -> totals.get(i % parts).add(facts.get(i)));
        return Serial.copy(totals.stream().reduce(profiler.newTotals(), BaseTotals::merge))
                .summary();
    }

    private static void assertTotals(BaseSummary totals, LoyaltyReport report) {
        assertThat(totals.dataReport()).isEqualTo(report.dataReport());
        assertThat(totals.totalSpend()).isEqualTo(report.purchases().totalSpend());
        assertThat(totals.segments()).isEqualTo(report.segments());
        assertThat(totals.quadrants()).isEqualTo(report.quadrants());
        assertThat(totals.repeatRate()).isEqualTo(report.repeatRate());
        assertThat(totals.inactivity()).isEqualTo(report.inactivity());
        assertThat(totals.states())
                .isEqualTo(report.churn()
                        .states()
                        .map(states -> states.period().counts())
                        .orElse(Map.of()));
        assertThat(totals.left())
                .isEqualTo(report.profiles().stream()
                        .filter(profile -> profile.churn().leftOn() != null)
                        .count());
        assertThat(totals.answered()).isEqualTo(report.answered());
        assertThat(Optional.ofNullable(totals.answers())).isEqualTo(report.answerCounts());
        assertThat(totals.nps()).isEqualTo(report.nps());
    }

    private static void assertProfiles(CustomerProfiler profiler, List<CustomerFacts> facts, LoyaltyReport report) {
        int profiles = 0;
        for (CustomerFacts customer : facts) {
            assertThat(profiler.profile(customer)).isEqualTo(report.profileOf(customer.customerId()));
            profiles += customer.isKnown() ? 1 : 0;
        }
        assertThat(profiles).isEqualTo(report.purchases().size());
        List<LoyaltyProfile> oneAfterTheOther = new ArrayList<>();
        profiler.profiles(facts.iterator()).forEachRemaining(oneAfterTheOther::add);
        assertThat(oneAfterTheOther)
                .isEqualTo(facts.stream()
                        .flatMap(customer -> report.profileOf(customer.customerId()).stream())
                        .toList());
    }

    /** Learns from customers in some parts, each counted apart. */
    private static CustomerProfiler learn(LoyaltyAnalysis analysis, List<CustomerFacts> facts, int parts) {
        CustomerReader reader = analysis.reader(LOG.firstDate().orElseThrow(), AS_OF);
        List<BaseCounts> counts =
                IntStream.range(0, parts).mapToObj(part -> reader.newCounts()).toList();
        IntStream.range(0, facts.size()).forEach(i -> counts.get(i % parts).add(facts.get(i)));
        LearntBase base =
                Serial.copy(reader.learn(Serial.copy(counts.stream().reduce(reader.newCounts(), BaseCounts::merge))));
        List<CellCounts> cells =
                IntStream.range(0, parts).mapToObj(part -> base.newCounts()).toList();
        IntStream.range(0, facts.size()).forEach(i -> cells.get(i % parts).add(facts.get(i)));
        return Serial.copy(base.profiler(cells.stream().reduce(base.newCounts(), CellCounts::merge)));
    }

    private static List<CustomerFacts> facts(CustomerReader reader) {
        TreeSet<String> ids = new TreeSet<>(LOG.customerIds());
        RESPONSES.forEach(response -> ids.add(response.customerId()));
        CUSTOMERS.forEach(customer -> ids.add(customer.id()));
        List<CustomerFacts> facts = new ArrayList<>();
        for (String id : ids) {
            PurchaseAccumulator rows = null;
            if (LOG.indexOf(id).isPresent()) {
                int customer = LOG.indexOf(id).getAsInt();
                rows = new PurchaseAccumulator(id, 2);
                for (int row = LOG.firstRow(customer); row < LOG.endRow(customer); row++) {
                    rows.add(LOG.epochDay(row), LOG.minorUnits(row));
                }
            }
            facts.add(reader.read(
                    id,
                    2,
                    rows,
                    RESPONSES.stream()
                            .filter(response -> response.customerId().equals(id))
                            .toList(),
                    CUSTOMERS.stream()
                            .filter(customer -> customer.id().equals(id))
                            .toList()));
        }
        return facts;
    }

    @Test
    void anyNumberOfThreadsGivesTheSameReport() {
        LoyaltyAnalysis analysis = FORECAST.withForecast(ForecastPlan.within(Horizon.days(180)));
        LoyaltyReport alone = analysis.run(LOG, RESPONSES, CUSTOMERS, AS_OF);
        for (int threads : new int[] {2, 3, 7}) {
            LoyaltyReport report = analysis.withParallelism(threads).run(LOG, RESPONSES, CUSTOMERS, AS_OF);
            assertThat(report.profiles()).isEqualTo(alone.profiles());
            assertThat(report.cuts()).isEqualTo(alone.cuts());
            assertEveryFieldIsEqual(report.modelAdvice(), alone.modelAdvice());
            assertEveryFieldIsEqual(report.churn(), alone.churn());
            assertEveryFieldIsEqual(report.forecast(), alone.forecast());
            assertEveryFieldIsEqual(report.quadrants(0.95), alone.quadrants(0.95));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withParallelism(0))
                .withMessage("parallelism must be in [1, 1024], but was 0");
    }

    /** To the bit, and down to what no text shows. */
    private static void assertEveryFieldIsEqual(Object report, Object alone) {
        assertThat(report).usingRecursiveComparison().isEqualTo(alone);
    }

    @Test
    void moneyOfOtherDecimalsIsRefused() {
        CustomerReader reader = PLAIN.reader(AS_OF, AS_OF);
        CustomerFacts cents = reader.read("a", 2, bought("a", 2), List.of(), List.of());
        CustomerFacts yen = reader.read("b", 0, bought("b", 0), List.of(), List.of());
        BaseCounts counts = reader.newCounts().add(cents);
        LearntBase base = reader.learn(counts);
        CustomerProfiler profiler = base.profiler(base.newCounts().add(cents));
        BaseTotals totals = profiler.newTotals().add(cents);
        String message = "scale must be 2 for all customers, but was 0";
        assertThatIllegalArgumentException().isThrownBy(() -> counts.add(yen)).withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> totals.add(yen)).withMessage(message);
        BaseTotals ofYen = profiler.newTotals().add(yen);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.merge(ofYen))
                .withMessage(message);
        assertThat(totals.merge(profiler.newTotals()).summary().totalSpend()).isEqualTo("0.05");
    }

    private static PurchaseAccumulator bought(String customerId, int scale) {
        return new PurchaseAccumulator(customerId, scale).add((int) AS_OF.toEpochDay(), 5);
    }

    @Test
    void cellsOfOtherCustomersAreRefused() {
        CustomerReader reader = PLAIN.reader(AS_OF, AS_OF);
        CustomerFacts one = reader.read("a", 2, bought("a", 2), List.of(), List.of());
        LearntBase base = reader.learn(reader.newCounts().add(one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base.profiler(base.newCounts().add(one).add(one)))
                .withMessage("cells must be of the 1 buyers learnt from, but were of 2");
    }

    @Test
    void whatNeedsAllCustomersAtOnceIsRefused() {
        LocalDate first = LOG.firstDate().orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withRfm(RfmScorer.withDefaults().withRule(BinningRule.RANK_TILES))
                        .reader(first, AS_OF))
                .withMessage(
                        "the RFM scores of customers who are nowhere together must not be by RANK_TILES, which needs"
                                + " all customers at once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withRfm(RfmScorer.withDefaults().withNesting(Nesting.NESTED))
                        .reader(first, AS_OF))
                .withMessage("the RFM scores of customers who are nowhere together must not be by NESTED, which needs"
                        + " all customers at once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.reader(AS_OF, AS_OF.minusDays(1)))
                .withMessage("asOf must not be before the first transaction on 2025-12-31, but was 2025-12-30");
        assertThatNoException().isThrownBy(() -> PLAIN.reader(AS_OF, AS_OF));
    }
}
