package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;

class ResponseReferenceTest {

    /**
     * Lohr (2010), Sampling: Design and Analysis, 2nd ed., example 3.2: acres of farms in a stratified sample of 300 of 3078
     * counties. Printed: total 909,736,034, its standard error 50,417,248, with a correction for the finite population.
     */
    @Test
    void theTextbookVarianceOfAStratifiedMean() {
        double[] customers = {1054, 220, 1382, 422};
        double[] sizes = {103, 21, 135, 41};
        double[] means = {300504.16, 97629.81, 211315.04, 662295.51};
        double[] variances = {29618183543.0, 7647472708.0, 53587487856.0, 396185950266.0};
        double[] shares = new double[4];
        double[] squares = new double[4];
        double corrected = 0;
        for (int h = 0; h < 4; h++) {
            shares[h] = customers[h] / 3078;
            squares[h] = variances[h] * (sizes[h] - 1);
            StratifiedMean alone = new StratifiedMean(
                    new double[] {shares[h]}, new double[] {sizes[h]}, new double[] {means[h]}, new double[] {squares[h]
                    });
            corrected += alone.variance() * (1 - sizes[h] / customers[h]);
        }
        StratifiedMean mean = new StratifiedMean(shares, sizes, means, squares);
        assertThat(3078 * mean.mean()).isCloseTo(909_736_034, within(1.0));
        assertThat(3078 * Math.sqrt(corrected)).isCloseTo(50_417_248, within(1.0));
        // Few of the counties were sampled in every region, so that the correction is about the same everywhere.
        assertThat(Math.sqrt(mean.variance())).isCloseTo(16_379.87 / Math.sqrt(1 - 300.0 / 3078), within(2.0));
        assertThat(Math.sqrt(mean.steadiedVariance())).isCloseTo(Math.sqrt(mean.variance()), within(150.0));
    }

    private static final double[] ANSWERS = {9, 10, 7, 3, 8, 10, 9, 0, 6, 5, 9, 10};

    /** 50, 30 and 20 customers, of whom the first 3, 4 and 5 answered. */
    private static final int[] SIZES = {50, 30, 20};

    private static final int[] RESPONDENTS = {3, 4, 5};

    private static PostStratification weights() {
        int[] stratum = new int[100];
        BitSet answered = new BitSet();
        int first = 0;
        for (int h = 0; h < 3; h++) {
            Arrays.fill(stratum, first, first + SIZES[h], h);
            answered.set(first, first + RESPONDENTS[h]);
            first += SIZES[h];
        }
        return PostStratification.of(stratum, List.of("one", "two", "three"), answered);
    }

    private static double[] column() {
        double[] column = new double[100];
        int[] firsts = {0, 50, 80};
        int next = 0;
        for (int h = 0; h < 3; h++) {
            for (int i = 0; i < RESPONDENTS[h]; i++) {
                column[firsts[h] + i] = ANSWERS[next++];
            }
        }
        return column;
    }

    /**
     * Python 3 with numpy 2 and scipy 1.17, from the formulas of the class:
     *
     * <pre>{@code
     * W = N / N.sum(); m = means; s2 = var(ddof=1); mean = (W*m).sum(); v0 = (W**2*s2/n).sum()
     * S2 = sum(w*((s-mean)**2).mean() for w, s in zip(W, strata)) + v0
     * a = W**2*((n-1)*s2+S2)/n**2; v = a.sum(); df = min(v**2/(a**2/n).sum(), n.sum()-1)
     * mean -+ stats.t.ppf(.975, df)*sqrt(v); S2/v; k = S2/v*(stats.t.ppf(.975, n.sum()-1)/stats.t.ppf(.975, df))**2
     * # Wilson and adjusted Wald with k respondents
     * }</pre>
     */
    @Test
    void meanShareAndScore() {
        PostStratification weights = weights();
        double[] column = column();
        assertThat(weights.designEffect().getAsDouble()).isCloseTo(1.366, within(1e-12));
        assertThat(weights.effectiveSampleSize().getAsDouble()).isCloseTo(12 / 1.366, within(1e-12));
        assertThat(weights.standardError(column).getAsDouble()).isCloseTo(0.7320822661726238, within(1e-12));

        WeightedEstimate mean = weights.mean(column, 0.95).orElseThrow();
        close(mean.estimate(), 7.783333333333333, 5.960681869075374, 9.605984797591294);
        assertThat(mean.effectiveSampleSize()).isCloseTo(11.00779375734699, within(1e-10));
        assertThat(mean.designEffect()).isCloseTo(1.09013670355068, within(1e-10));

        BitSet promoters = new BitSet();
        for (int i = 0; i < column.length; i++) {
            promoters.set(i, column[i] >= 9);
        }
        WeightedEstimate share = weights.share(promoters, 0.95).orElseThrow();
        close(share.estimate(), 0.5633333333333332, 0.22682040291607458, 0.8501471468783686);
        assertThat(share.effectiveSampleSize()).isCloseTo(7.8812409460977495, within(1e-10));

        WeightedEstimate nps = weights.nps(column, 0.95).orElseThrow();
        close(nps.estimate(), 36.83333333333333, -16.25231650581075, 71.84684606089347);
        assertThat(nps.effectiveSampleSize()).isCloseTo(10.393048725460359, within(1e-10));
        assertThat(nps.covered()).isEqualTo(100);
        assertThat(nps.uncovered()).isZero();
    }

    /** R 4.2.2: {@code t.test(x, y, conf.level = l)$conf.int}, {@code t.test(x)$conf.int}. */
    @Test
    void differencesOfMeans() {
        ColumnSummary x = ColumnSummary.of(new double[] {12.5, 30, 0, 7.25, 110, 3});
        ColumnSummary y = ColumnSummary.of(new double[] {1, 0, 5.5, 2, 2, 9, 40, 0.5});
        close(x.minus(y, 0.95).orElseThrow(), 19.625, -24.28878420793820, 63.53878420793821);
        close(x.minus(y, 0.9).orElseThrow(), 19.625, -15.16350766294909, 54.41350766294909);
        close(x.mean(0.95).orElseThrow(), 27.125, -16.90934633618822, 71.15934633618822);
        // R: (mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2)
        assertThat(new ResponseBias("spend", x, y).standardisedDifference().getAsDouble())
                .isCloseTo(0.6297729131327445, within(1e-12));
    }

    private static void close(Estimate actual, double value, double lower, double upper) {
        assertThat(actual.value()).isCloseTo(value, within(1e-10));
        assertThat(actual.interval().lower()).isCloseTo(lower, within(1e-9));
        assertThat(actual.interval().upper()).isCloseTo(upper, within(1e-9));
    }
}
