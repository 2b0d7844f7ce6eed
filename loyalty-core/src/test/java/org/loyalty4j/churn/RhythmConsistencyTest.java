package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.support.Row;

/** The rhythm of bases drawn from a known one. */
class RhythmConsistencyTest {
    private static final int END = 730;

    /** A gamma variable of whole or half shape. */
    private static double gamma(Random random, double shape) {
        double sum = 0;
        for (int i = 1; i <= shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        double normal = random.nextGaussian();
        return shape % 1 == 0 ? sum : sum + normal * normal / 2;
    }

    private static PurchaseDays base(BaseRhythm truth, int customers, long seed) {
        Random random = new Random(seed);
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int c = 0; c < customers; c++) {
            double rate = gamma(random, truth.r()) / truth.alphaDays();
            double day = random.nextInt(365);
            boolean there = true;
            while (there && day <= END) {
                log.add(c, (int) Row.date((int) day).toEpochDay(), 100);
                there = random.nextDouble() >= truth.dropout();
                day += Math.max(1, gamma(random, truth.k()) / rate);
            }
        }
        return PurchaseDays.of(log.build(), PurchaseRules.withDefaults(), Row.date(END));
    }

    @Test
    void theFitFindsTheRhythm() {
        for (BaseRhythm truth : List.of(
                new BaseRhythm(1, 2, 100, 0.2), new BaseRhythm(3, 1.5, 30, 0.1), new BaseRhythm(2, 4, 150, 0.02))) {
            BaseRhythm fit = BaseRhythm.fit(base(truth, 1200, 7)).orElseThrow();
            assertThat(fit.k()).isCloseTo(truth.k(), Percentage.withPercentage(10));
            assertThat(fit.r()).isCloseTo(truth.r(), Percentage.withPercentage(30));
            assertThat(fit.exceededWith(0.5, 0, 0))
                    .isCloseTo(truth.exceededWith(0.5, 0, 0), Percentage.withPercentage(15));
            assertThat(fit.dropout()).isCloseTo(truth.dropout(), within(0.04));
        }
    }

    /** Of customers who still buy, one in twenty has a next gap that only one in twenty exceeds, however many came before. */
    @Test
    void theProbabilityIsUniformAmongThoseWhoStillBuy() {
        BaseRhythm truth = new BaseRhythm(2, 1.5, 40, 0);
        Random random = new Random(3);
        for (int gaps : new int[] {0, 1, 4}) {
            int below5 = 0;
            int below50 = 0;
            for (int i = 0; i < 8_000; i++) {
                double rate = gamma(random, truth.r()) / truth.alphaDays();
                double sum = 0;
                for (int g = 0; g < gaps; g++) {
                    sum += gamma(random, truth.k()) / rate;
                }
                double p = truth.longerThan(gaps, sum, gamma(random, truth.k()) / rate);
                below5 += p <= 0.05 ? 1 : 0;
                below50 += p <= 0.5 ? 1 : 0;
            }
            assertThat(below5 / 8_000.0).isCloseTo(0.05, within(0.008));
            assertThat(below50 / 8_000.0).isCloseTo(0.5, within(0.018));
        }
    }

    @Test
    void theSampleOfALargeBaseSuffices() {
        BaseRhythm truth = new BaseRhythm(2, 2, 60, 0.1);
        BaseRhythm fit = BaseRhythm.fit(base(truth, 9_000, 1)).orElseThrow();
        assertThat(fit.exceededWith(0.5, 0, 0)).isCloseTo(truth.exceededWith(0.5, 0, 0), Percentage.withPercentage(8));
    }

    /** The rhythm of customers who came so often, on such days. */
    private static Optional<BaseRhythm> fit(int customers, IntUnaryOperator purchases, IntBinaryOperator dayOf) {
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            for (int i = 0; i < purchases.applyAsInt(c); i++) {
                rows.add(new Row("c" + c, dayOf.applyAsInt(c, i), 100L));
            }
        }
        return BaseRhythm.fit(PurchaseDays.of(Row.log(rows), PurchaseRules.withDefaults(), Row.date(100)));
    }

    @Test
    void fewGapsAreNotFitted() {
        assertThat(fit(1, c -> 2, (c, i) -> 1 + i)).isEmpty();
        assertThat(fit(100, c -> 1, (c, i) -> c)).isEmpty();
        // 39 and 40 gaps; 40 gaps of nine and ten customers.
        assertThat(fit(39, c -> 2, (c, i) -> (7 * c) % 40 + i * (1 + 5 * c % 23)))
                .isEmpty();
        assertThat(fit(40, c -> 2, (c, i) -> (7 * c) % 40 + i * (1 + 5 * c % 23)))
                .isPresent();
        assertThat(fit(9, c -> 10, (c, i) -> c + i * (3 + c % 5))).isEmpty();
        assertThat(fit(10, c -> 10, (c, i) -> c + i * (3 + c % 5))).isPresent();
    }

    @Test
    void aFitSaysWhichNumberIsNoEstimate() {
        BaseRhythm clockwork = fit(20, c -> 12, (c, i) -> c % 7 + 7 * i).orElseThrow();
        assertThat(clockwork.warnings()).containsExactly(RhythmWarning.CUSTOMERS_ALIKE, RhythmWarning.LIKE_CLOCKWORK);
        assertThat(clockwork.k()).isCloseTo(100, within(1e-4));
        assertThat(clockwork.longerThan(11, 77, 14)).isLessThan(0.001);
        assertThat(clockwork.toString()).contains("Customers seem to be all alike (r at its bound)");

        Random random = new Random(2);
        BaseRhythm uniform = fit(40, c -> 4, (c, i) -> random.nextInt(100)).orElseThrow();
        assertThat(uniform.warnings()).containsExactly(RhythmWarning.CUSTOMERS_ALIKE);

        BaseRhythm pairs =
                fit(40, c -> 2, (c, i) -> (7 * c) % 40 + i * (1 + 5 * c % 23)).orElseThrow();
        assertThat(pairs.k()).isEqualTo(1);
        assertThat(pairs.warnings()).contains(RhythmWarning.REGULARITY_ASSUMED);

        BaseRhythm apart = fit(20, c -> c % 2 == 0 ? 2 : 9, (c, i) -> c + i * (c % 2 == 0 ? 60 : 1))
                .orElseThrow();
        assertThat(apart.warnings()).isNotEmpty();
        for (BaseRhythm truth : List.of(new BaseRhythm(1, 2, 100, 0.2), new BaseRhythm(1, 0.5, 50, 0))) {
            assertThat(BaseRhythm.fit(base(truth, 300, 7)).orElseThrow().warnings())
                    .isEmpty();
        }
    }
}
