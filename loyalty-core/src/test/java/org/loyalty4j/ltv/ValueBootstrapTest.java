package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.ParetoNbd;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;

class ValueBootstrapTest {
    private static final ValueTerms YEAR = ValueTerms.within(Horizon.years(1), DiscountRate.annual(0.1));
    private static final ValueBootstrap BOOTSTRAP = ValueBootstrap.of(
                    ModelFitter.paretoNbd(), ModelFitter.gammaGamma(), 7)
            .withReplicates(19);

    @Test
    void holdsTheTotalAndIsRepeatable() {
        PurchaseSummaries base = ValueSamples.base();
        ValueBootstrap bootstrap = BOOTSTRAP.withReplicates(39);

        BootstrapTotal result = bootstrap.total(base, YEAR, 0.9);

        Estimate total = result.total();
        assertThat(total.value()).isEqualTo(plain(base).total());
        assertThat(total.interval().contains(total.value())).isTrue();
        assertThat(total.interval().width()).isBetween(0.1 * total.value(), total.value());
        assertThat(bootstrap.total(base, YEAR, 0.9)).isEqualTo(result);
        assertThat(sum(result.purchaseFits())).isEqualTo(39);
        assertThat(sum(result.spendFits())).isEqualTo(39);
        assertThat(result.purchaseFits().get(FitStatus.CONVERGED)).isGreaterThan(20);
    }

    private static CustomerValues plain(PurchaseSummaries base) {
        Fit<ParetoNbd> purchases =
                ModelFitter.paretoNbd().fit(Buyers.of(base).histories().histogram());
        Fit<GammaGamma> spend =
                ModelFitter.gammaGamma().fit(base.spendHistories().histogram());
        return ResidualValue.of(purchases, spend).values(base, YEAR);
    }

    private static int sum(Map<FitStatus, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void countsTheFitsThatAreNotToBeBelieved() {
        ValueBootstrap hasty = ValueBootstrap.of(
                        ModelFitter.paretoNbd().withEvaluationLimit(2), ModelFitter.gammaGamma(), 7)
                .withReplicates(19);

        BootstrapTotal result = hasty.total(ValueSamples.base(), YEAR, 0.9);

        assertThat(result.purchaseFits())
                .containsEntry(FitStatus.ITERATION_LIMIT, 19)
                .containsEntry(FitStatus.CONVERGED, 0);
        assertThat(result.toString()).contains("fits of purchases {ITERATION_LIMIT=19}, of spend {CONVERGED=");
    }

    @Test
    void threadsChangeNothing() {
        PurchaseSummaries base = ValueSamples.base();
        ValueBootstrap bootstrap = ValueBootstrap.of(ModelFitter.bgNbd(), ModelFitter.gammaGamma(), 7)
                .withReplicates(19);
        BootstrapTotal result = bootstrap.total(base, YEAR, 0.9);
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(bootstrap.withParallelism(threads).total(base, YEAR, 0.9))
                    .isEqualTo(result);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.withParallelism(0))
                .withMessage("parallelism must be in [1, 1024], but was 0");
    }

    /** Amounts whose mean hardly exists: some replicates have none. Means and medians are never in one interval. */
    @Test
    void oneWayToReadTheSpendServesThroughout() {
        PurchaseSummaries base = ValueSamples.base(new GammaGamma(3, 1.1, 10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOTSTRAP.total(base, YEAR, 0.9))
                .withMessageStartingWith("the expected spend of a customer with 0 repeat purchases is undefined")
                .withMessageEndingWith("use withMedianSpend()");
        Estimate total = BOOTSTRAP.withMedianSpend().total(base, YEAR, 0.9).total();
        assertThat(total.interval().contains(total.value())).isTrue();
        assertThat(total.interval().width()).isLessThan(total.value());
    }

    @Test
    void refusesALevelBeyondItsReplicatesBeforeAnyWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOTSTRAP.total(ValueSamples.base(), YEAR, 0.95))
                .withMessage("replicates must be in [39, inf) for a confidence of 0.95, but was 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOTSTRAP.withReplicates(18))
                .withMessage("number must be in [19, 2147483647], but was 18");
    }

    @Test
    void saysWhereAReplicateHasNoSpend() {
        LocalDate day = LocalDate.of(2026, 6, 30);
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int i = 0; i < 9; i++) {
            log.add("c" + i, day.minusDays(30 + i), BigDecimal.TEN);
        }
        log.add("c0", day.minusDays(3), BigDecimal.ONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOTSTRAP.withMedianSpend().total(PurchaseSummaries.of(log.build(), day), YEAR, 0.9))
                .withMessageMatching("replicate \\d+ has no customer with repeat spend: of 9 buyers only 1 have any");
    }

    @Test
    void aResultHasACountForEveryStatus() {
        Estimate total = new Estimate(10, new Interval(8, 12, 0.9));
        BootstrapTotal result =
                new BootstrapTotal(total, Map.of(FitStatus.CONVERGED, 19), Map.of(FitStatus.AT_BOUNDARY, 19));

        assertThat(result.purchaseFits())
                .containsOnlyKeys(FitStatus.values())
                .containsEntry(FitStatus.NOT_IDENTIFIED, 0);
        assertThat(result)
                .hasToString(
                        "10.00 [8.000, 12.00] at 90 %, fits of purchases {CONVERGED=19}, of spend {AT_BOUNDARY=19}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BootstrapTotal(total, Map.of(FitStatus.CONVERGED, -1), Map.of()))
                .withMessage("purchaseFits.CONVERGED must be in [0, inf), but was -1");
    }
}
