package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.WilsonScore;

/**
 * Any number known of the customers, such as revenue, residual value or the probability of churn, by quadrant: five rows in the
 * order of {@link LoyaltyQuadrant}, with intervals.
 *
 * <p>The customers are read as a sample of those there could be. The mean has Hall's interval, a t-interval that follows the
 * skewness of the numbers:
 *
 * <pre>{@code
 * mean - s T(t / sqrt(n))  to  mean - s T(-t / sqrt(n)),   T(x) = 3 (cbrt(1 + g (x - g / 6n)) - 1) / g
 * }</pre>
 *
 * <p>where g is the skewness and t the quantile of n - 1 degrees of freedom. It has no width where all are alike, and is not cut
 * where the numbers end. The quadrant's share R of the total has Wilson's interval for the smaller of two effective sample
 * sizes, that of Kish, {@code (sum y)^2 / sum y^2}, and that of the linearised ratio, {@code R (1 - R) / v} with
 * {@code v = n / (n - 1) sum(y^2 (in quadrant - R)^2) / (sum y)^2}: it errs on the safe side for a quadrant of small spenders. With
 * few customers of very different size both intervals hold the truth less often than they say; no method can know of a
 * customer so large that none was seen.
 *
 * <p>Source: Hall (1992), Journal of the Royal Statistical Society B 54(1), 221-228.
 */
public final class QuadrantColumn extends AbstractList<QuadrantColumnRow> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<QuadrantColumnRow> rows;

    private QuadrantColumn(ArrayList<QuadrantColumnRow> rows) {
        this.rows = rows;
    }

    /**
     * Sums up a column that is known of all customers.
     *
     * @param positions where the customers stand
     * @param values the number of each, finite
     * @param confidence the confidence level, in (0, 1)
     * @return five rows
     * @throws IllegalArgumentException if the columns differ in length, a value is not finite, or confidence is not in (0, 1)
     */
    public static QuadrantColumn of(List<QuadrantPosition> positions, double[] values, double confidence) {
        BitSet known = new BitSet(Objects.requireNonNull(values, "values").length);
        known.set(0, values.length);
        return of(positions, values, known, confidence);
    }

    /**
     * Sums up a column that is known of some customers, such as a forecast, which prospects do not have.
     *
     * @param positions where the customers stand
     * @param values the number of each; only those that are known are read, and these must be finite
     * @param known the indices of the customers whose number is known
     * @param confidence the confidence level, in (0, 1)
     * @return five rows
     * @throws IllegalArgumentException if the columns differ in length, a value is not finite, or confidence is not in (0, 1)
     */
    public static QuadrantColumn of(
            List<QuadrantPosition> positions, double[] values, BitSet known, double confidence) {
        Objects.requireNonNull(positions, "positions");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(known, "known");
        Checks.confidence(confidence);
        Checks.sameLength(positions.size(), values.length, "values");
        int quadrants = LoyaltyQuadrant.values().length;
        long[] customers = new long[quadrants];
        int[] counts = new int[quadrants];
        double[][] of = new double[quadrants][16];
        for (int i = 0; i < values.length; i++) {
            int quadrant = positions.get(i).quadrant().ordinal();
            customers[quadrant]++;
            if (known.get(i)) {
                if (counts[quadrant] == of[quadrant].length) {
                    of[quadrant] = Arrays.copyOf(of[quadrant], 2 * counts[quadrant]);
                }
                of[quadrant][counts[quadrant]++] = Checks.finite(values[i], "values", i);
            }
        }
        double total = 0;
        double squares = 0;
        long n = 0;
        double[] totals = new double[quadrants];
        double[] squaresOf = new double[quadrants];
        for (int q = 0; q < quadrants; q++) {
            of[q] = Arrays.copyOf(of[q], counts[q]);
            Arrays.sort(of[q]); // so that the order of the customers does not change the last bit
            totals[q] = SkewedMean.sum(of[q]);
            squaresOf[q] = SkewedMean.sum(Arrays.stream(of[q]).map(v -> v * v).toArray());
            total += totals[q];
            squares += squaresOf[q];
            n += counts[q];
        }
        ArrayList<QuadrantColumnRow> rows = new ArrayList<>();
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            int q = quadrant.ordinal();
            rows.add(new QuadrantColumnRow(
                    quadrant,
                    customers[q],
                    counts[q],
                    totals[q],
                    SkewedMean.of(of[q], confidence),
                    share(totals[q] / total, total, squaresOf[q], squares, n, confidence)));
        }
        return new QuadrantColumn(rows);
    }

    private static @Nullable Estimate share(
            double share, double total, double squaresOf, double squares, long n, double confidence) {
        if (!(total > 0 && share >= 0 && share <= 1 && n >= 2)) {
            return null;
        }
        double linearised =
                n / (n - 1.0) * (squaresOf * (1 - share) * (1 - share) + (squares - squaresOf) * share * share);
        double alike = share * (1 - share) * squares;
        // R (1 - R) / v for the greater of the two variances; where the share is 0 or 1 both vanish.
        double size = share == 0 || share == 1
                ? total * total / squares
                : share * (1 - share) * total * total / Math.max(linearised, alike);
        double[] bounds = WilsonScore.bounds(share, size, confidence);
        return new Estimate(share, new Interval(bounds[0], bounds[1], confidence));
    }

    @Override
    public QuadrantColumnRow get(int row) {
        return rows.get(row);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /**
     * The row of a quadrant.
     *
     * @param quadrant the quadrant
     * @return its row
     */
    public QuadrantColumnRow of(LoyaltyQuadrant quadrant) {
        return rows.get(Objects.requireNonNull(quadrant, "quadrant").ordinal());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-18s %10s %14s   %-34s %s\n", "quadrant", "known", "total", "mean", "share of total"));
        rows.forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }
}
