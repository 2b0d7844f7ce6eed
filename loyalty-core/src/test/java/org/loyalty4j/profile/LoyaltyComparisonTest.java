package org.loyalty4j.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.loyalty4j.profile.ProfileWorld.AS_OF;
import static org.loyalty4j.profile.ProfileWorld.CUSTOMERS;
import static org.loyalty4j.profile.ProfileWorld.EARLIER;
import static org.loyalty4j.profile.ProfileWorld.LOG;
import static org.loyalty4j.profile.ProfileWorld.RESPONSES;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.QuadrantChange;
import org.loyalty4j.quadrant.QuadrantMovement;

/** Movement between two dates by one ruler. */
class LoyaltyComparisonTest {
    private static final LoyaltyAnalysis ANALYSIS =
            LoyaltyAnalysis.withDefaults().withQuadrantCuts(CutRule.median(), CutRule.fixed(85));

    @Test
    void bothDatesAreMeasuredByTheLaterCuts() {
        LoyaltyComparison comparison = ANALYSIS.compare(LOG, RESPONSES, CUSTOMERS, EARLIER, AS_OF);
        assertThat(comparison.before().asOf()).isEqualTo(EARLIER);
        assertThat(comparison.before().cuts()).isEqualTo(comparison.after().cuts());
        assertThat(comparison.after().quadrants().toString())
                .isEqualTo(ANALYSIS.run(LOG, RESPONSES, CUSTOMERS, AS_OF)
                        .quadrants()
                        .toString());
        // Ten came in September.
        assertThat(comparison.before().purchases()).hasSize(290);
        assertThat(comparison.before().dataReport().laterCustomers()).isEqualTo(10);
        assertThat(comparison.movementByNoise()).isPresent();
        assertThat(comparison.toString()).startsWith("LoyaltyComparison of 2025-06-30 with 2025-12-31\n");
    }

    @Test
    void bothDatesCallTheSameSilenceLapsed() {
        LoyaltyComparison comparison = ANALYSIS.compare(LOG, RESPONSES, CUSTOMERS, EARLIER, AS_OF);
        LoyaltyChurn before = comparison.before().churn();
        LoyaltyChurn after = comparison.after().churn();
        LoyaltyChurn alone = ANALYSIS.run(LOG, RESPONSES, CUSTOMERS, EARLIER).churn();
        assertThat(alone.inactiveAfterDays()).isNotEqualTo(after.inactiveAfterDays());
        assertThat(before.inactiveAfterDays()).isEqualTo(after.inactiveAfterDays());
        assertThat(before.states().orElseThrow().thresholdDays())
                .isEqualTo(after.states().orElseThrow().thresholdDays());
        // What the earlier data would have given is still told.
        assertThat(before.threshold()).isEqualTo(alone.threshold());

        LocalDate days = ProfileWorld.START.plusDays(5);
        LoyaltyComparison young = ANALYSIS.compare(LOG, RESPONSES, CUSTOMERS, days, days.plusDays(1));
        assertThat(young.after().churn().inactiveAfterDays()).isEmpty();
        assertThat(young.before().churn().inactiveAfterDays()).isEmpty();
    }

    @Test
    void everyCustomerIsSomewhere() {
        LoyaltyComparison comparison = ANALYSIS.compare(LOG, RESPONSES, CUSTOMERS, EARLIER, AS_OF);
        QuadrantMovement movement = comparison.movement();
        long leftBetween = CUSTOMERS.stream()
                .filter(customer -> customer.isActiveOn(EARLIER) && !customer.isActiveOn(AS_OF))
                .count();
        assertThat(leftBetween).isPositive();
        assertThat(movement.customers(QuadrantChange.LEFT)).isEqualTo(leftBetween);
        assertThat(movement.customers(QuadrantChange.ENTERED))
                .isEqualTo(CUSTOMERS.stream()
                        .filter(customer -> !customer.isActiveOn(EARLIER) && customer.isActiveOn(AS_OF))
                        .count());
        assertThat(movement.ofBothDates())
                .isEqualTo(CUSTOMERS.stream()
                        .filter(customer -> customer.isActiveOn(EARLIER) && customer.isActiveOn(AS_OF))
                        .count());
        assertThat(movement.flows().stream().mapToLong(flow -> flow.customers()).sum())
                .isEqualTo(movement.ofBothDates()
                        + movement.customers(QuadrantChange.LEFT)
                        + movement.customers(QuadrantChange.ENTERED));
    }

    @Test
    void expectedPurchasesAreMeasuredByOneModelAndHaveTheirOwnUncertainty() {
        LoyaltyAnalysis expected = ANALYSIS.withBehaviour(BehaviourMeasure.EXPECTED_PURCHASES)
                .withForecast(ForecastPlan.within(Horizon.days(90))
                        .withChoice(PurchaseModelChoice.parse("bgnbd"))
                        .withoutBacktest());
        LoyaltyComparison comparison = expected.compare(LOG, RESPONSES, CUSTOMERS, EARLIER, AS_OF);
        assertThat(comparison.before().cuts().columnAxis())
                .isSameAs(comparison.after().cuts().columnAxis());
        assertThat(comparison.before().forecast()).isPresent();
        double[] high = comparison.after().quadrantProbabilities().orElseThrow().stream()
                .mapToDouble(row -> row.highBehaviour())
                .toArray();
        assertThat(Arrays.stream(high).filter(p -> p > 0.01 && p < 0.99).count())
                .isPositive();
        assertThat(Arrays.stream(high).filter(p -> p > 0.5).count()).isBetween(140L, 160L);
    }

    @Test
    void behaviourCanBeTheShareOfSpend() {
        LoyaltyReport report =
                ANALYSIS.withBehaviour(BehaviourMeasure.SHARE_OF_SPEND).run(LOG, RESPONSES, CUSTOMERS, AS_OF);
        int largest = 0;
        for (int c = 1; c < 300; c++) {
            if (report.purchases().get(c).totalMinor()
                    > report.purchases().get(largest).totalMinor()) {
                largest = c;
            }
        }
        int most = largest;
        assertThat(report.positions())
                .allMatch(position ->
                        position.behaviour() <= report.positions().get(most).behaviour());
        assertThat(report.analysis().toString()).contains("behaviour by Share of spend");
        assertThat(report.quadrants().of(LoyaltyQuadrant.UNKNOWN_ATTITUDE).customers())
                .isEqualTo(300 - report.answered().successes());
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANALYSIS.compare(LOG, RESPONSES, CUSTOMERS, AS_OF, AS_OF))
                .withMessage("earlier must be before asOf 2025-12-31, but was 2025-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANALYSIS.withBehaviour(BehaviourMeasure.EXPECTED_PURCHASES)
                        .run(LOG, List.of(), AS_OF))
                .withMessage("behaviour by expected purchases needs a forecast, but there is none");
        LoyaltyCuts cuts = ANALYSIS.run(LOG, RESPONSES, AS_OF).cuts();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoyaltyCuts(
                        cuts.rfmScale(),
                        cuts.behaviourAxis(),
                        BehaviourMeasure.SHARE_OF_SPEND,
                        null,
                        cuts.classifier()))
                .withMessage(
                        "columnAxis must be given unless measure is RFM_COMPOSITE, but was null for SHARE_OF_SPEND");
    }
}
