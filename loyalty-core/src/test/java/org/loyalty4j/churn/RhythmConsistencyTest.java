package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

    private static Optional<BaseRhythm> fit(int... days) {
        List<Row> rows = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < days.length; i++) {
            last += days[i] < 0 ? 1 : 0;
            rows.add(new Row("c" + last, Math.abs(days[i]), 100L));
        }
        return BaseRhythm.fit(PurchaseDays.of(Row.log(rows), PurchaseRules.withDefaults(), Row.date(100)));
    }

    @Test
    void thinBasesHaveARhythmToo() {
        assertThat(fit(-1, -2, -3)).isEmpty();
        BaseRhythm pairsOnly = fit(-1, 30, -2, 50, -3).orElseThrow();
        assertThat(pairsOnly.k()).isEqualTo(1);
        BaseRhythm one = fit(-1, 2).orElseThrow();
        assertThat(one.longerThan(1, 1, 98)).isBetween(0.0, 1.0);
        BaseRhythm regular =
                fit(-1, 8, 15, 22, 29, 36, 43, 50, 57, 64, 71, 78, 85, 92, 99).orElseThrow();
        assertThat(regular.k()).isGreaterThan(20);
        assertThat(regular.longerThan(14, 98, 14)).isLessThan(0.001);
    }
}
