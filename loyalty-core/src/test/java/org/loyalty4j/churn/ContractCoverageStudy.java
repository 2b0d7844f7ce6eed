package org.loyalty4j.churn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.math.Draws;
import org.loyalty4j.support.IntervalCoverage;

/**
 * How often the 95 % intervals of churn rates, survival and revenue retention hold the truth. Prints the tables of {@code
 * docs/coverage.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=ContractCoverageStudy</pre>
 */
class ContractCoverageStudy {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int[] SIZES = {10, 50, 500};

    private final IntervalCoverage coverage = new IntervalCoverage();

    /** The chance of each number of leavers, times whether the interval of that number holds the truth: no drawing needed. */
    private static double exactly(double[] chances, double truth, Function<Integer, Estimate> interval) {
        double held = 0;
        for (int x = 0; x < chances.length; x++) {
            held += interval.apply(x).interval().contains(truth) ? chances[x] : 0;
        }
        return held;
    }

    private static double[] binomial(int n, double p) {
        double[] chances = new double[n + 1];
        double logChance = n * StrictMath.log1p(-p);
        for (int x = 0; x <= n; x++) {
            chances[x] = StrictMath.exp(logChance);
            logChance += StrictMath.log((double) (n - x) / (x + 1)) + StrictMath.log(p / (1 - p));
        }
        return chances;
    }

    private static double[] poisson(double mean) {
        double[] chances = new double[(int) (mean + 12 * Math.sqrt(mean) + 30)];
        double logChance = -mean;
        for (int x = 0; x < chances.length; x++) {
            chances[x] = StrictMath.exp(logChance);
            logChance += StrictMath.log(mean / (x + 1));
        }
        return chances;
    }

    @Test
    void churnRates() {
        for (int n : SIZES) {
            for (double p : new double[] {0.01, 0.05, 0.2, 0.5, 0.95, 0.99}) {
                String from = String.format(Locale.ROOT, "n = %d, p = %s", n, p);
                double[] chances = binomial(n, p);
                double expected = n * Math.min(p, 1 - p);
                boolean few = expected < 5 || n == 10;
                coverage.exactCell(
                        "AT_START, Wilson",
                        from,
                        exactly(
                                chances,
                                p,
                                x -> new Proportion(x, n).wilson(0.95).orElseThrow()),
                        few ? 83 : 93,
                        few ? 100 : 97,
                        few ? "few customers leave, or stay, in whole numbers" : "");
                coverage.exactCell(
                        "AT_START, exact",
                        from,
                        exactly(
                                chances,
                                p,
                                x -> new Proportion(x, n).exact(0.95).orElseThrow()),
                        95,
                        100,
                        "at least 95 by construction");
            }
        }
        for (double mean : new double[] {0.1, 0.5, 2, 10, 100}) {
            coverage.exactCell(
                    "EXPOSURE, Garwood",
                    String.format(Locale.ROOT, "%s expected to leave", mean),
                    exactly(poisson(mean), mean, x -> garwood(x)),
                    95,
                    100,
                    "at least 95 by construction");
        }
        coverage.assertAllWithin();
    }

    /** A flow of one customer-window of exposure for each expected leaver, so that the rate is the number of leavers. */
    private static Estimate garwood(int left) {
        return new CustomerFlow(START, START.plusDays(1), 1, left, 0, left, 1)
                .churnRate(Denominator.EXPOSURE, 0.95)
                .orElseThrow()
                .estimate();
    }

    /** Lifetimes in days, of mean 200, cut off at 730 days or, where observation ends early, uniformly over 60 to 730. */
    private static Lifetimes draw(int n, boolean observationEnds, long seed) {
        Draws draws = Draws.of(seed, n);
        List<Lifetime> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int life = (int) (200 * draws.exponential());
            int observed = observationEnds ? 60 + (int) (670 * draws.uniform()) : 730;
            rows.add(life <= observed ? Lifetime.ended(life) : Lifetime.goingOn(observed));
        }
        return Lifetimes.ofLifetimes(rows);
    }

    private static double survival(int day) {
        return StrictMath.exp(-(day + 1) / 200.0);
    }

    private static double restrictedMean(int days) {
        double sum = 0;
        for (int day = 0; day < days; day++) {
            sum += survival(day);
        }
        return sum;
    }

    @Test
    void survivalCurves() {
        for (int n : SIZES) {
            for (boolean ends : new boolean[] {false, true}) {
                for (int day : new int[] {1, 10, 60, 138, 320, 600}) {
                    String from = String.format(
                            Locale.ROOT, "n = %d%s, S = %.2f", n, ends ? ", censored" : "", survival(day));
                    double rare = n * Math.min(survival(day), 1 - survival(day));
                    boolean few = rare < 5;
                    boolean late = ends && day == 600;
                    coverage.cell(
                            "survival, log-log",
                            from,
                            survival(day),
                            seed -> SurvivalCurve.of(draw(n, ends, seed), 0.95).survivalAt(day),
                            few ? 89.5 : 93,
                            few ? 100 : 97,
                            late && few
                                    ? "defined only in samples that reach so far, which are not like the others"
                                    : few ? "fewer than 5 expected to leave, or to stay" : "");
                }
                for (int days : new int[] {10, 60, 320, 600}) {
                    boolean late = ends && days == 600 && n < 500;
                    boolean few = n * (1 - survival(days)) < 5;
                    coverage.cell(
                            "restricted mean, logit-t",
                            String.format(Locale.ROOT, "n = %d%s, %d days", n, ends ? ", censored" : "", days),
                            restrictedMean(days),
                            seed -> SurvivalCurve.of(draw(n, ends, seed), 0.95)
                                    .restrictedMean(days)
                                    .map(RestrictedMean::mean),
                            late ? 87 : few || n == 10 ? 91.5 : 93,
                            few ? 99 : 97,
                            late
                                    ? "defined only in samples that reach so far, which are not like the others"
                                    : few ? "fewer than 5 expected to leave" : n == 10 ? "few customers" : "");
                }
                coverage.cell(
                        "median lifetime",
                        "n = " + n + (ends ? ", censored" : ""),
                        138,
                        seed -> Optional.of(bounds(
                                SurvivalCurve.of(draw(n, ends, seed), 0.95).median())),
                        93,
                        n == 10 ? 98 : 97,
                        n == 10 ? "steps of a tenth" : "");
            }
        }
        coverage.assertAllWithin();
    }

    private static Estimate bounds(LifetimeQuantile median) {
        Integer upper = median.upperDays();
        return new Estimate(138, new Interval(median.lowerDays(), upper == null ? 731 : upper, median.confidence()));
    }

    @Test
    void revenueRetention() {
        for (int n : SIZES) {
            for (double spread : new double[] {0.3, 1}) {
                for (double[] shares : new double[][] {{0.02, 0.05}, {0.02, 0.3}, {0.2, 0.2}, {0.5, 0.1}}) {
                    double left = shares[0];
                    double grown = shares[1];
                    double gross = (1 - left) * (1 - (1 - grown) * 0.1 * 0.3);
                    String from = String.format(
                            Locale.ROOT,
                            "n = %d, amounts of sd(ln) %s, %s leave, %s of the others grow",
                            n,
                            spread,
                            left,
                            grown);
                    boolean few = left < 0.1;
                    coverage.cell(
                            "gross retention, Wilson",
                            from,
                            gross,
                            seed -> revenue(n, spread, left, grown, seed)
                                    .grossRetention(0.95)
                                    .map(RevenueRetention::estimate),
                            93,
                            few ? 99.5 : n == 10 ? 98 : 97,
                            few ? "wide: much of what is lost is contraction" : n == 10 ? "few customers" : "");
                    coverage.cell(
                            "net retention",
                            from,
                            gross + (1 - left) * grown * 0.5,
                            seed -> revenue(n, spread, left, grown, seed)
                                    .netRetention(0.95)
                                    .map(RevenueRetention::estimate),
                            93,
                            few ? 99 : 97,
                            few ? "wide as the gross one" : "");
                }
            }
        }
        coverage.assertAllWithin();
    }

    /** Of those who stay some grow by a half, and of the others a tenth shrinks by 30 %. */
    private static RevenueFlow revenue(int n, double spread, double left, double grown, long seed) {
        Draws draws = Draws.of(seed, n, 7);
        RevenueChange[] changes = new RevenueChange[n];
        for (int i = 0; i < n; i++) {
            BigDecimal before = BigDecimal.valueOf(20 * StrictMath.exp(spread * draws.normal()))
                    .setScale(4, RoundingMode.HALF_UP)
                    .add(new BigDecimal("0.0001"));
            String factor = "1";
            if (draws.happens(left)) {
                factor = "0";
            } else if (draws.happens(grown)) {
                factor = "1.5";
            } else if (draws.happens(0.1)) {
                factor = "0.7";
            }
            changes[i] = new RevenueChange("c" + i, before, before.multiply(new BigDecimal(factor)), true);
        }
        return RevenueFlow.of(Arrays.asList(changes), START, START.plusDays(30));
    }
}
