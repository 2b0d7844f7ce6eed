package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.SymmetricEigen;
import org.loyalty4j.internal.math.Tails;

/**
 * Whether groups of customers leave alike: the log-rank test of equal survival curves.
 *
 * <p>At every age at which anybody leaves, the leavers are expected to fall on the groups in proportion to those at risk:
 *
 * <pre>{@code
 * expected_g = sum over ages of ended n_g / n
 * V_gh = sum over ages of ended (n - ended) / (n - 1) (n_g / n) (1[g = h] - n_h / n)
 * chi-squared = (left - expected)' V^-1 (left - expected)      over all groups but one
 * }</pre>
 *
 * <p>with n at risk in all groups, n_g in one. It sees best a difference that goes the same way at all ages; curves that cross may
 * escape it. A small p-value says that groups differ, not why: customers who chose a plan differ in more than the plan. It
 * rests on large numbers; with fewer than about five expected in a group it is rough.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if there are fewer than two groups, or a number is out of range.
 *
 * @param groups the groups, in order of name, at least two
 * @param chiSquared the statistic, in [0, inf)
 * @param degreesOfFreedom the number of groups in which anybody was expected to leave, less one; in [1, groups)
 * @param pValue how often alike groups would differ at least as much, in [0, 1]
 */
public record LogRankTest(List<LogRankGroup> groups, double chiSquared, int degreesOfFreedom, double pValue)
        implements Serializable {

    /** So small beside the largest is only an eigenvalue that is 0 but for rounding. */
    private static final double SINGULAR = 1e-12;

    public LogRankTest {
        groups = List.copyOf(Objects.requireNonNull(groups, "groups"));
        if (groups.size() < 2) {
            throw new IllegalArgumentException("groups must be at least two, but were " + groups.size());
        }
        Checks.notNegative(chiSquared, "chiSquared");
        Checks.inClosed(degreesOfFreedom, 1, groups.size() - 1, "degreesOfFreedom");
        Checks.inClosed(pValue, 0, 1, "pValue");
    }

    /**
     * Compares groups.
     *
     * @param lifetimes the lifetimes of each group by its name, at least two groups
     * @return the test; empty if at no age at which anybody left two groups were at risk
     * @throws IllegalArgumentException if there are fewer than two groups or a name is blank
     * @see <a href="https://pubmed.ncbi.nlm.nih.gov/5910392/">Mantel (1966)</a>
     * @see <a href="https://doi.org/10.2307/2344317">Peto and Peto (1972)</a>
     */
    public static Optional<LogRankTest> of(Map<String, Lifetimes> lifetimes) {
        TreeMap<String, Lifetimes> sorted = new TreeMap<>(Objects.requireNonNull(lifetimes, "lifetimes"));
        if (sorted.size() < 2) {
            throw new IllegalArgumentException(
                    "lifetimes must be of at least two groups, but were of " + sorted.size());
        }
        List<Lifetimes> tables = List.copyOf(sorted.values());
        int k = tables.size();
        double[] expected = new double[k];
        double[][] covariance = new double[k][k];
        count(tables, expected, covariance);

        List<LogRankGroup> groups = new ArrayList<>();
        sorted.forEach((name, table) ->
                groups.add(new LogRankGroup(name, table.size(), table.ended(), expected[groups.size()])));
        double[] excess = new double[k];
        for (int g = 0; g < k; g++) {
            excess[g] = groups.get(g).left() - expected[g];
        }
        // The rows of the covariance add up to zero, so one eigenvalue is zero; a group without anybody at risk has one
        // more.
        SymmetricEigen eigen = new SymmetricEigen(covariance);
        double least = SINGULAR * eigen.norm();
        double chiSquared = 0;
        int degreesOfFreedom = 0;
        for (int e = 0; e < k; e++) {
            if (eigen.value(e) > least) {
                double projection = 0;
                for (int g = 0; g < k; g++) {
                    projection += eigen.vector(e, g) * excess[g];
                }
                chiSquared += projection * projection / eigen.value(e);
                degreesOfFreedom++;
            }
        }
        return degreesOfFreedom == 0
                ? Optional.empty()
                : Optional.of(new LogRankTest(
                        groups, chiSquared, degreesOfFreedom, Tails.chiSquared(chiSquared, degreesOfFreedom)));
    }

    private static void count(List<Lifetimes> tables, double[] expected, double[][] covariance) {
        int k = tables.size();
        int[] days = tables.stream()
                .flatMapToInt(table -> Arrays.stream(table.endedDays()))
                .sorted()
                .distinct()
                .toArray();
        int[] row = new int[k];
        long[] atRisk = new long[k];
        for (int today : days) {
            long n = 0;
            long ended = 0;
            long[] here = new long[k]; // at risk today
            for (int g = 0; g < k; g++) {
                Lifetimes table = tables.get(g);
                for (; row[g] < table.rows() && table.day(row[g]) < today; row[g]++) {
                    atRisk[g] += table.entered(row[g]) - table.ended(row[g]) - table.censored(row[g]);
                }
                boolean onRow = row[g] < table.rows() && table.day(row[g]) == today;
                here[g] = atRisk[g] + (onRow ? table.entered(row[g]) : 0);
                n += here[g];
                ended += onRow ? table.ended(row[g]) : 0;
            }
            double spread = n == 1 ? 0 : ended * ((double) (n - ended) / (n - 1));
            for (int g = 0; g < k; g++) {
                double share = (double) here[g] / n;
                expected[g] += ended * share;
                for (int h = 0; h < k; h++) {
                    covariance[g][h] += spread * share * ((g == h ? 1 : 0) - (double) here[h] / n);
                }
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-20s %10s %10s %10s\n", "group", "customers", "left", "expected"));
        for (LogRankGroup group : groups) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-20s %10d %10d %10.2f\n",
                    group.name(),
                    group.size(),
                    group.left(),
                    group.expected()));
        }
        return text
                + String.format(
                        Locale.ROOT, "chi-squared %.2f with %d df, p = %.4g", chiSquared, degreesOfFreedom, pValue);
    }
}
