package org.loyalty4j.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Scale;
import org.loyalty4j.churn.Denominator;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.Playbook;
import org.loyalty4j.quadrant.QuadrantRow;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.rfm.ScoreRange;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.rfm.SegmentSummary;
import org.loyalty4j.support.Serial;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.AnswerSelection;
import org.loyalty4j.survey.Nps;

class LoyaltyAnalysisTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    /** Five buyers: the later the letter, the more, the more often and the more lately. */
    private static final TransactionLog LOG = TransactionLog.of(List.of(
            row("a", "2025-07-01", "10.00"),
            row("b", "2025-09-01", "20.00"),
            row("c", "2025-11-01", "20.00"),
            row("c", "2026-01-01", "20.00"),
            row("d", "2026-02-01", "30.00"),
            row("d", "2026-03-01", "30.00"),
            row("d", "2026-04-01", "30.00"),
            row("e", "2026-03-01", "40.00"),
            row("e", "2026-04-01", "40.00"),
            row("e", "2026-05-01", "40.00"),
            row("e", "2026-06-30", "40.00")));

    private static final List<SurveyResponse> RESPONSES = List.of(
            answer("a", "2026-05-01", 10),
            answer("d", "2026-05-01", 3),
            answer("e", "2026-04-01", 2),
            answer("e", "2026-05-01", 9),
            answer("stranger", "2026-05-01", 0));

    private static Transaction row(String id, String date, String amount) {
        return new Transaction(id, LocalDate.parse(date), new BigDecimal(amount));
    }

    private static SurveyResponse answer(String id, String date, int score) {
        return new SurveyResponse(id, LocalDate.parse(date), score);
    }

    private static LoyaltyReport report() {
        return LoyaltyAnalysis.withDefaults().run(LOG, RESPONSES, AS_OF);
    }

    private static LoyaltyQuadrant quadrantOf(LoyaltyReport report, String id) {
        return report.profileOf(id).orElseThrow().quadrant();
    }

    @Test
    void customersWhoCameOnlyLaterAreNoProspects() {
        LocalDate march = LocalDate.of(2026, 2, 28);
        LocalDate june = LocalDate.of(2026, 6, 1);
        TransactionLog withIdle = LOG.withCustomers(List.of("idle", "new"));
        List<Customer> customers = List.of(
                Customer.since("e", LocalDate.of(2026, 1, 1)), // on the books, and bought first in March
                Customer.since("new", june),
                Customer.since("newer", june),
                new Customer("back", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1)),
                Customer.since("back", june));

        LoyaltyReport report = LoyaltyAnalysis.withDefaults().run(withIdle, List.of(), customers, march);

        assertThat(report.purchases().stream().map(p -> p.customerId()))
                .containsExactly("a", "b", "back", "c", "d", "e", "idle");
        assertThat(report.dataReport().prospects()).isEqualTo(3);
        assertThat(report.dataReport().laterCustomers()).isEqualTo(2);

        LoyaltyReport withoutBooks = LoyaltyAnalysis.withDefaults().run(LOG, List.of(), march);
        assertThat(withoutBooks.profileOf("e")).isEmpty();
        assertThat(withoutBooks.dataReport().laterCustomers()).isEqualTo(1);
        assertThat(withoutBooks.dataReport().afterEnd()).isEqualTo(2 + 4);
        assertThat(withoutBooks.dataReport().lastDate()).isEqualTo(AS_OF);
        assertThat(withoutBooks.dataReport().rowsRead()).isEqualTo(LOG.transactionCount());
    }

    @Test
    void placesEachCustomer() {
        LoyaltyReport report = report();
        assertThat(report.profiles()).extracting(LoyaltyProfile::customerId).containsExactly("a", "b", "c", "d", "e");
        // Ahead of 0, 1, 2, 3, 4 of five buyers; a and b are level in frequency, and m rises throughout.
        assertThat(report.profiles())
                .extracting(profile -> String.valueOf(profile.rfm()))
                .containsExactly("a 1-1-1", "b 2-1-2", "c 3-3-3", "d 4-4-4", "e 5-5-5");
        assertThat(report.profiles())
                .extracting(profile -> profile.segment().key())
                .containsExactly("lost", "hibernating", "loyal_customers", "champions", "champions");
        // The percentile of the composite among five different ones: 10, 30, 50, 70, 90.
        assertThat(report.profiles())
                .extracting(profile -> profile.position().behaviour())
                .containsExactly(10.0, 30.0, 50.0, 70.0, 90.0);
        assertThat(quadrantOf(report, "a")).isEqualTo(LoyaltyQuadrant.LATENT_LOYALTY);
        assertThat(quadrantOf(report, "b")).isEqualTo(LoyaltyQuadrant.UNKNOWN_ATTITUDE);
        assertThat(quadrantOf(report, "d")).isEqualTo(LoyaltyQuadrant.SPURIOUS_LOYALTY);
        assertThat(quadrantOf(report, "e")).isEqualTo(LoyaltyQuadrant.TRUE_LOYALTY);
        assertThat(report.profileOf("e").orElseThrow().historicValue().netSpend())
                .isEqualTo("160.00");
        assertThat(report.profileOf("e").orElseThrow().actions())
                .isEqualTo(Playbook.standard()
                        .actions(
                                LoyaltyQuadrant.TRUE_LOYALTY,
                                report.profileOf("e").orElseThrow().segment()));
        assertThat(report.profileOf("stranger")).isEmpty();
        assertThat(report.profileOf("e").orElseThrow()).hasToString("e 5-5-5, Champions, True loyalty, 160.00 so far");
    }

    @Test
    void sumsUp() {
        LoyaltyReport report = report();
        assertThat(report.purchases().totalSpend()).isEqualTo("320.00");
        assertThat(report.segments()).hasSize(12);
        assertThat(report.segments().stream()
                        .mapToLong(SegmentSummary::customers)
                        .sum())
                .isEqualTo(5);
        assertThat(report.quadrants().stream().mapToLong(QuadrantRow::customers).sum())
                .isEqualTo(5);
        assertThat(report.quadrants().of(LoyaltyQuadrant.UNKNOWN_ATTITUDE).customers())
                .isEqualTo(2);
        assertThat(report.quadrants().of(LoyaltyQuadrant.SPURIOUS_LOYALTY).revenue())
                .isEqualTo("90.00");
        assertThat(report.quadrants().of(LoyaltyQuadrant.SPURIOUS_LOYALTY).nps())
                .isEqualTo(new Nps(0, 0, 1));
        assertThat(report.repeatRate().share().successes()).isEqualTo(3);
        assertThat(report.concentration().topShare(0.2)).hasValue(0.5);
        // The answers of the stranger count in the score, but in no quadrant.
        assertThat(report.nps()).contains(new Nps(2, 0, 2));
        assertThat(report.answers().superseded()).isEqualTo(1);
        assertThat(report.respondentsUnknown()).isEqualTo(1);
        assertThat(report.answered().successes()).isEqualTo(3);
        assertThat(report.churn().contracts()).isEmpty();
        assertThat(report.averageBuyerValue()).isEmpty();
        assertThat(report).hasToString("LoyaltyReport: 5 buyers and 0 prospects as of 2026-06-30, 4 answers");
    }

    @Test
    void keepsProspects() {
        LoyaltyReport report = LoyaltyAnalysis.withDefaults()
                .run(
                        LOG,
                        List.of(answer("p", "2026-05-01", 10)),
                        List.of(
                                Customer.since("p", LocalDate.of(2026, 1, 1)),
                                new Customer("a", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))),
                        AS_OF);
        LoyaltyProfile prospect = report.profileOf("p").orElseThrow();
        assertThat(prospect.rfm()).isNull();
        assertThat(prospect.segment()).isEqualTo(Segment.NO_PURCHASE);
        assertThat(prospect.position().behaviour()).isZero();
        assertThat(prospect.quadrant()).isEqualTo(LoyaltyQuadrant.LATENT_LOYALTY);
        assertThat(prospect).hasToString("p, No Purchase, Latent loyalty, 0.00 so far");
        assertThat(report.dataReport().prospects()).isEqualTo(1);
        // One of the one customer on the books on 30 June 2025 left within the year.
        assertThat(report.churn()
                        .contracts()
                        .orElseThrow()
                        .flow()
                        .churnRate(Denominator.AT_START, 0.95)
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
        assertThat(report.churn().contracts().orElseThrow().flow().startInclusive())
                .isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(report.churn().contracts().orElseThrow().flow().endExclusive())
                .isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void keepsProspectsWhoseIdsAreNumbers() {
        int day = (int) LocalDate.of(2026, 6, 1).toEpochDay();
        TransactionLog numbers = TransactionLog.builder(2).add(17, day, 100).build();
        List<Customer> books = List.of(Customer.since("9", LocalDate.of(2026, 1, 1)));
        LoyaltyReport report = LoyaltyAnalysis.withDefaults().run(numbers, List.of(), books, AS_OF);
        assertThat(report.profiles()).extracting(LoyaltyProfile::customerId).containsExactly("9", "17");
        assertThat(report.profileOf("9").orElseThrow().segment()).isEqualTo(Segment.NO_PURCHASE);
    }

    @Test
    void valuesTheAverageBuyer() {
        AverageBuyerValue value = LoyaltyAnalysis.withDefaults()
                .withValue(0.5, Horizon.years(2), DiscountRate.none())
                .run(LOG, List.of(), AS_OF)
                .averageBuyerValue()
                .orElseThrow();
        // 320 over 11 orders; 6 repeat days in the 364 + 302 + 241 + 149 + 121 days since the first purchases.
        assertThat(value.formula().orderValue()).isEqualTo(320.0 / 11, within(1e-12));
        assertThat(value.formula().ordersPerYear()).isEqualTo(6 / (1177 / 365.25), within(1e-12));
        assertThat(value.value()).isEqualTo(320.0 / 11 * 6 / (1177 / 365.25) * 0.5 * 2, within(1e-9));
        assertThat(value.assumptions().margin()).isEqualTo(0.5);
    }

    @Test
    void doesNotValueWhatCannotBeValued() {
        LoyaltyAnalysis analysis = LoyaltyAnalysis.withDefaults().withValue(1, Horizon.years(1), DiscountRate.none());
        TransactionLog today = TransactionLog.of(List.of(row("a", "2026-06-30", "1")));
        assertThat(analysis.run(today, List.of(), AS_OF).averageBuyerValue()).isEmpty();
        TransactionLog refunded = TransactionLog.of(List.of(row("a", "2026-05-01", "1"), row("a", "2026-05-02", "-9")));
        assertThat(analysis.run(refunded, List.of(), AS_OF).averageBuyerValue()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoyaltyAnalysis.withDefaults().withValue(35, Horizon.years(1), DiscountRate.none()))
                .withMessage("margin must be in [0, 1], but was 35.0");
    }

    @Test
    void comparesWithFrozenCuts() {
        LoyaltyReport june = report();
        TransactionLog july = LOG.merge(TransactionLog.of(List.of(row("a", "2026-07-15", "500.00"))));
        LoyaltyReport later = LoyaltyAnalysis.withDefaults()
                .withFrozenCuts(june.cuts())
                .run(july, RESPONSES, LocalDate.of(2026, 7, 31));
        assertThat(later.cuts()).isEqualTo(june.cuts());
        // Measured by June's cuts: 16 days of silence, two orders and 510.00.
        assertThat(later.profileOf("a").orElseThrow().rfm()).hasToString("a 5-3-5");
        assertThat(quadrantOf(later, "a")).isEqualTo(LoyaltyQuadrant.TRUE_LOYALTY);
    }

    @Test
    void takesOptions() {
        LoyaltyAnalysis analysis = LoyaltyAnalysis.withDefaults()
                .withRules(PurchaseRules.withDefaults().withRefunds(RefundPolicy.DROP))
                .withRfm(RfmScorer.withDefaults().withBins(2))
                .withWeights(new RfmWeights(1, 0, 0))
                .withSegments(SegmentMap.builder(2)
                        .rule(Segment.NO_PURCHASE, ScoreRange.of(1), ScoreRange.of(1, 2), ScoreRange.of(1, 2))
                        .otherwise(SegmentMap.standard(2).segmentOf(2, 2, 2))
                        .build())
                .withSurvey(Scale.likert(5), AnswerSelection.withDefaults().withRule(AnswerRule.FIRST))
                .withQuadrantCuts(CutRule.median(), CutRule.fixed(100))
                .withPlaybook(Playbook.standard()
                        .with(
                                LoyaltyQuadrant.NO_LOYALTY,
                                Playbook.standard().actions(LoyaltyQuadrant.UNKNOWN_ATTITUDE)));
        LoyaltyReport report = analysis.run(LOG, List.of(answer("e", "2026-05-01", 5)), AS_OF);
        assertThat(report.nps()).isEmpty();
        assertThat(report.answerCounts().orElseThrow().counts()).containsExactly(0L, 0L, 0L, 0L, 1L);
        assertThat(report.quadrants().of(LoyaltyQuadrant.TRUE_LOYALTY).nps()).isNull();
        assertThat(quadrantOf(report, "e")).isEqualTo(LoyaltyQuadrant.TRUE_LOYALTY);
        assertThat(report.segmentMap().rules()).hasSize(2);
        assertThat(report.purchases().rules().refunds()).isEqualTo(RefundPolicy.DROP);
        assertThat(report.analysis().playbook().actions(LoyaltyQuadrant.NO_LOYALTY))
                .isEqualTo(Playbook.standard().actions(LoyaltyQuadrant.UNKNOWN_ATTITUDE));
        assertThat(analysis.toString()).startsWith("LoyaltyAnalysis: ").contains("survey on 1..5");
    }

    @Test
    void countsNoMeansAsAnswers() {
        LoyaltyReport report = LoyaltyAnalysis.withDefaults()
                .withSurvey(Scale.NPS, AnswerSelection.withDefaults().withRule(AnswerRule.MEAN))
                .run(LOG, RESPONSES, AS_OF);
        assertThat(report.nps()).isEmpty();
        assertThat(report.profileOf("e").orElseThrow().position().attitude()).isEqualTo(55.0);
        assertThat(report.quadrants().of(LoyaltyQuadrant.LATENT_LOYALTY).nps()).isNull();
    }

    @Test
    void worksWithoutAnswers() {
        LoyaltyReport report = LoyaltyAnalysis.withDefaults().run(LOG, List.of(), AS_OF);
        assertThat(report.nps()).isEmpty();
        assertThat(report.quadrants().of(LoyaltyQuadrant.UNKNOWN_ATTITUDE).customers())
                .isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoyaltyAnalysis.withDefaults()
                        .withQuadrantCuts(CutRule.median(), CutRule.median())
                        .run(LOG, List.of(), AS_OF))
                .withMessage("attitude cut at the 50.0 % percentile needs the answer of a customer of the log,"
                        + " but 0 answers are of none: give a fixed cut");
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesWhatItCannotUse() {
        LoyaltyAnalysis analysis = LoyaltyAnalysis.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.run(TransactionLog.of(List.of()), List.of(), AS_OF))
                .withMessage("the log must hold a purchase by 2026-06-30, but none of its 0 customers has one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.run(LOG, List.of(), LocalDate.of(2025, 6, 30)))
                .withMessage("asOf must not be before the first transaction on 2025-07-01, but was 2025-06-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.run(LOG, List.of(answer("a", "2026-01-01", 11)), AS_OF))
                .withMessage("responses[0].score must be on the scale 0..10, but was 11 (customer a)");
        assertThatNullPointerException()
                .isThrownBy(() -> analysis.run(LOG, null, AS_OF))
                .withMessage("responses");
        assertThatNullPointerException()
                .isThrownBy(() -> analysis.withRfm(null))
                .withMessage("scorer");
    }

    @Test
    void travels() {
        LoyaltyReport report = report();
        LoyaltyReport copy = Serial.copy(report);
        assertThat(copy.profiles()).isEqualTo(report.profiles());
        assertThat(Serial.copy(LoyaltyAnalysis.withDefaults())
                        .run(LOG, RESPONSES, AS_OF)
                        .profiles())
                .isEqualTo(report.profiles());
    }
}
