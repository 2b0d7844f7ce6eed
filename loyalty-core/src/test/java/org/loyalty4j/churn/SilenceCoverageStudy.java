package org.loyalty4j.churn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.support.IntervalCoverage;
import org.loyalty4j.support.Row;

/**
 * How often the intervals of what silences say hold the truth. Prints the table of {@code docs/coverage.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=SilenceCoverageStudy</pre>
 */
class SilenceCoverageStudy {
    private static final int BORN_UNTIL = 180;
    private static final int END = 365;
    private static final double DROPOUT = 0.1;
    private static final DoubleUnaryOperator ALIKE = u -> 30;
    private static final DoubleUnaryOperator UNLIKE = u -> u < 0.5 ? 15 : 90;

    private final IntervalCoverage coverage = new IntervalCoverage();

    /** Customers whose gaps are exponential, cut up to whole days, with a mean of their own; one in ten leaves after a purchase. */
    private static TransactionLog log(int customers, DoubleUnaryOperator meanGap, int end, long seed) {
        Random random = new Random(31 * seed + 7);
        TransactionLog.Builder log = TransactionLog.builder(0);
        for (int c = 0; c < customers; c++) {
            double mean = meanGap.applyAsDouble(random.nextDouble());
            int day = random.nextInt(BORN_UNTIL);
            boolean there = true;
            while (there && day <= end) {
                log.add(c, (int) Row.date(day).toEpochDay(), 1);
                there = random.nextDouble() >= DROPOUT;
                day += (int) Math.ceil(-mean * Math.log(1 - random.nextDouble()));
            }
        }
        return log.build();
    }

    private static SilenceCurve silences(int customers, DoubleUnaryOperator meanGap, long seed) {
        return SilenceCurve.of(
                PurchaseDays.of(log(customers, meanGap, END, seed), PurchaseRules.withDefaults(), Row.date(END)));
    }

    private static double lasting(int days) {
        return DROPOUT + (1 - DROPOUT) * Math.exp(-days / 30.0);
    }

    @Test
    void sharesOfCustomers() {
        for (int n : new int[] {10, 30, 100, 1000}) {
            for (double p : new double[] {0.01, 0.05, 0.2, 0.5}) {
                boolean rare = n * p < 5 || n == 10;
                coverage.exactCell(
                        "Wilson: false churn, missed, lapse rate, repeat rate",
                        p + " of " + n + " customers",
                        wilson(n, p),
                        rare ? 90 : 93,
                        rare ? 99.9 : 97,
                        rare ? "few are expected, and counts are whole" : "");
            }
        }
        coverage.assertAllWithin();
    }

    private static double wilson(int n, double p) {
        double covered = 0;
        double logChoose = 0;
        for (int x = 0; x <= n; x++) {
            if (new Proportion(x, n).wilson(0.95).orElseThrow().interval().contains(p)) {
                covered += Math.exp(logChoose + x * Math.log(p) + (n - x) * Math.log(1 - p));
            }
            logChoose += Math.log((n - x) / (x + 1.0));
        }
        return covered;
    }

    @Test
    void silencesEndedLater() {
        String method = "SilenceCurve.endedLater";
        String few = "few customers";
        for (int n : new int[] {10, 30, 100, 500}) {
            for (int[] span : new int[][] {{0, 30}, {30, 30}, {60, 60}}) {
                String from = span[1] + " days after " + span[0] + ", " + n + " customers ";
                double truth = 1 - lasting(span[0] + span[1]) / lasting(span[0]);
                boolean small = n <= 10;
                coverage.cell(
                        method,
                        from + "alike",
                        truth,
                        seed -> silences(n, ALIKE, seed).endedLater(span[0], span[1], 0.95),
                        small ? 90 : 93,
                        small ? 99.5 : 97,
                        small ? few : "");
                double ofMany = silences(400_000, UNLIKE, 1)
                        .endedLater(span[0], span[1], 0.95)
                        .orElseThrow()
                        .value();
                coverage.cell(
                        method,
                        from + "unlike",
                        ofMany,
                        seed -> silences(n, UNLIKE, seed).endedLater(span[0], span[1], 0.95),
                        small ? 90 : 93,
                        small ? 99.5 : 97,
                        small ? few : "");
            }
        }
        coverage.assertAllWithin();
    }

    @Test
    void thresholds() {
        int cut = 365;
        int end = 545;
        FalseChurnCurve truth = FalseChurnCurve.of(HoldoutSplit.of(
                log(500_000, UNLIKE, end, 1), PurchaseRules.withDefaults(), Row.date(cut), Row.date(end)));
        for (int n : new int[] {200, 1000, 5000}) {
            for (double target : new double[] {0.1, 0.2, 0.4}) {
                int[] days = LongStream.range(0, IntervalCoverage.REPLICATES)
                        .parallel()
                        .mapToInt(seed -> FalseChurnCurve.of(HoldoutSplit.of(
                                        log(n, UNLIKE, end, seed + 9),
                                        PurchaseRules.withDefaults(),
                                        Row.date(cut),
                                        Row.date(end)))
                                .threshold(target, 0.95)
                                .days()
                                .orElse(-1))
                        .toArray();
                double kept = (double) Arrays.stream(days)
                                .filter(d -> d < 0
                                        || truth.get(d).falseChurn().value().orElseThrow() <= target)
                                .count()
                        / days.length;
                double none = (double) Arrays.stream(days).filter(d -> d < 0).count() / days.length;
                coverage.exactCell(
                        "FalseChurnCurve.threshold: no threshold is chosen that breaks its rate",
                        String.format(
                                Locale.ROOT, "at most %s, %d customers (none chosen: %.1f %%)", target, n, 100 * none),
                        kept,
                        93,
                        100,
                        "one-sided");
            }
        }
        coverage.assertAllWithin();
    }

    @Test
    void kappas() {
        for (int n : new int[] {10, 20, 50, 200, 1000}) {
            for (double[] cells : new double[][] {
                {0.25, 0.25, 0.25, 0.25},
                {0.4, 0.1, 0.1, 0.4},
                {0.48, 0.02, 0.02, 0.48},
                {0.1, 0.05, 0.1, 0.75},
                {0.02, 0.01, 0.02, 0.95}
            }) {
                double silent = cells[0] + cells[1];
                double model = cells[0] + cells[2];
                double chance = silent * model + (1 - silent) * (1 - model);
                double truth = (cells[0] + cells[3] - chance) / (1 - chance);
                boolean few = n * Math.min(cells[1], cells[2]) < 10;
                coverage.cell(
                        "ChurnAgreement.kappa",
                        String.format(Locale.ROOT, "kappa %.2f, %d customers", truth, n),
                        truth,
                        seed -> table(n, cells, seed).kappa(0.95),
                        few ? 90 : 93,
                        few ? 99.9 : 97,
                        few ? "few customers of a kind of disagreement" : "");
            }
        }
        coverage.assertAllWithin();
    }

    private static ChurnAgreement table(int n, double[] cells, long seed) {
        Random random = new Random(seed);
        long[] count = new long[4];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            int cell = 0;
            while (cell < 3 && u >= cells[cell]) {
                u -= cells[cell++];
            }
            count[cell]++;
        }
        return new ChurnAgreement(0.5, count[0], count[1], count[2], count[3], 0);
    }

    @Test
    void concordances() {
        for (int[] size : new int[][] {{5, 5}, {10, 30}, {50, 50}, {30, 300}}) {
            for (double shift : new double[] {0, 1.19023, 2.32617}) { // A = 0.5, 0.8, 0.95
                double truth = shift == 0 ? 0.5 : shift < 2 ? 0.8 : 0.95;
                boolean few = size[0] < 10 || truth > 0.9;
                coverage.cell(
                        "ChurnAgreement.concordance",
                        truth + ", " + size[0] + " silent of " + (size[0] + size[1]),
                        truth,
                        seed -> scores(size[0], size[1], shift, seed).concordance(0.95),
                        93,
                        few ? 99.5 : 97,
                        few ? "wide where the order is nearly perfect, or few are silent" : "");
            }
        }
        coverage.assertAllWithin();
    }

    private static ChurnAgreement scores(int silent, int others, double shift, long seed) {
        Random random = new Random(seed);
        double[] probability = new double[silent + others];
        BitSet rows = new BitSet();
        rows.set(0, silent);
        for (int row = 0; row < probability.length; row++) {
            double score = random.nextGaussian() + (row < silent ? shift : 0);
            probability[row] = 1 / (1 + Math.exp(-score));
        }
        return ChurnAgreement.of(rows, probability, 0.5);
    }
}
