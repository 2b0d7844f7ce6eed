package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Tails;

/**
 * A chi-squared test of a square table of the same customers before (rows) and after (columns).
 *
 * <p>The distribution is approximate: with fewer than about ten customers who moved, read the p-value as a hint.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param statistic the chi-squared statistic, in [0, inf)
 * @param degreesOfFreedom its degrees of freedom, in [1, inf)
 * @param pValue the probability of a statistic at least as large if there was no difference, in [0, 1]
 */
public record MovementSignificance(double statistic, int degreesOfFreedom, double pValue) implements Serializable {

    public MovementSignificance {
        Checks.notNegative(statistic, "statistic");
        Checks.positive((long) degreesOfFreedom, "degreesOfFreedom");
        Checks.inClosed(pValue, 0, 1, "pValue");
    }

    private static MovementSignificance of(double statistic, int degreesOfFreedom) {
        return new MovementSignificance(statistic, degreesOfFreedom, Tails.chiSquared(statistic, degreesOfFreedom));
    }

    /**
     * The Stuart-Maxwell test of marginal homogeneity: did the sizes of the categories change, or did as many leave each as
     * entered it?
     *
     * <pre>{@code
     * chi^2 = d' S^-1 d,   d_i = n_i. - n_.i,   S_ii = n_i. + n_.i - 2 n_ii,   S_ij = -(n_ij + n_ji)
     * }</pre>
     *
     * <p>over all categories but one. Where the moves link the categories in several groups without a move from one to another
     * (a category that nobody enters or leaves is a group of its own), one is left out of each group, and the degrees of
     * freedom are the categories less the groups. With two categories it is McNemar's test.
     *
     * @param table the number of customers by category before (row) and after (column), square; each in [0, inf)
     * @return the test; empty if nobody moved
     * @throws IllegalArgumentException if the table is not square, or a count is negative
     * @see <a href="https://doi.org/10.1093/biomet/42.3-4.412">Stuart (1955)</a>
     * @see <a href="https://doi.org/10.1192/bjp.116.535.651">Maxwell (1970)</a>
     */
    public static Optional<MovementSignificance> marginalHomogeneity(long[][] table) {
        int k = checked(table);
        int[] group = groups(table);
        double[][] s = new double[k][k];
        double[] d = new double[k];
        boolean[] kept = new boolean[k];
        int kepts = 0;
        for (int i = 0; i < k; i++) {
            kept[i] = group[i] != i; // the first of a group stands for what follows from the others
            kepts += kept[i] ? 1 : 0;
            for (int j = 0; j < k; j++) {
                if (i != j) {
                    double moved = (double) table[i][j] + table[j][i];
                    d[i] += (double) table[i][j] - table[j][i];
                    s[i][i] += moved;
                    s[i][j] = -moved;
                }
            }
        }
        return kepts == 0 ? Optional.empty() : Optional.of(of(quadraticForm(s, d, kept), kepts));
    }

    /**
     * Bowker's test of symmetry: for each pair of categories, did as many move one way as the other?
     *
     * <pre>{@code chi^2 = sum over i < j of (n_ij - n_ji)^2 / (n_ij + n_ji) }</pre>
     *
     * <p>with a degree of freedom for each pair between which somebody moved.
     *
     * @param table the number of customers by category before (row) and after (column), square; each in [0, inf)
     * @return the test; empty if nobody moved
     * @throws IllegalArgumentException if the table is not square, or a count is negative
     * @see <a href="https://doi.org/10.1080/01621459.1948.10483284">Bowker (1948)</a>
     */
    public static Optional<MovementSignificance> symmetry(long[][] table) {
        int k = checked(table);
        double statistic = 0;
        int pairs = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                double moved = (double) table[i][j] + table[j][i];
                if (moved > 0) {
                    double difference = (double) table[i][j] - table[j][i];
                    statistic += difference * difference / moved;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Optional.empty() : Optional.of(of(statistic, pairs));
    }

    private static int checked(long[][] table) {
        for (int i = 0; i < table.length; i++) {
            Checks.sameLength(table.length, table[i].length, "table[" + i + "]");
            for (int j = 0; j < table.length; j++) {
                Checks.notNegative(table[i][j], "table[" + i + "][" + j + "]");
            }
        }
        return table.length;
    }

    /** For each category the first one that moves link it with, directly or by way of others. */
    private static int[] groups(long[][] table) {
        int k = table.length;
        int[] group = new int[k];
        Arrays.setAll(group, i -> i);
        for (int round = 0; round < k; round++) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    if (table[i][j] > 0) {
                        int first = Math.min(group[i], group[j]);
                        group[i] = first;
                        group[j] = first;
                    }
                }
            }
        }
        return group;
    }

    /** d' S^-1 d over the kept rows, by elimination: S is symmetric and, among these, positive definite. */
    private static double quadraticForm(double[][] s, double[] d, boolean[] kept) {
        double form = 0;
        for (int p = 0; p < d.length; p++) {
            if (!kept[p]) {
                continue;
            }
            form += d[p] * d[p] / s[p][p];
            for (int i = p + 1; i < d.length; i++) {
                if (kept[i]) {
                    double factor = s[i][p] / s[p][p];
                    d[i] -= factor * d[p];
                    for (int j = p + 1; j < d.length; j++) {
                        s[i][j] -= factor * s[p][j];
                    }
                }
            }
        }
        return form;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "chi-squared %.4g with %d df, p = %.4g", statistic, degreesOfFreedom, pValue);
    }
}
