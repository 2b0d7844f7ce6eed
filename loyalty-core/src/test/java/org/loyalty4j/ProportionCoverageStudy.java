package org.loyalty4j;

import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.loyalty4j.support.IntervalCoverage;

/**
 * How often the 95 % intervals of a share hold it: computed from the binomial distribution, not drawn. No method of an interval
 * that is fixed by the counts can keep to 95 % at every share, since there are only n + 1 counts: coverage jumps with each share
 * at which one interval ends. So each row gives a share, and one row the least and the mean over 1999 shares from 0.0005 on.
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=ProportionCoverageStudy</pre>
 */
class ProportionCoverageStudy {
    private static final double[] SHARES = {0.001, 0.01, 0.05, 0.1, 0.3, 0.5};
    private static final int[] SIZES = {10, 30, 100, 1000};
    private static final int GRID = 2000;
    private static final String JUMPS = "few counts are possible, so coverage jumps from share to share";
    private static final String NEVER_LESS = "never below 95 by construction, at the price of width";
    private static final String RARE =
            "up to this share 0 and 1 of n are in nearly all samples, and their intervals hold it";

    private final IntervalCoverage coverage = new IntervalCoverage();

    @Test
    void coverageOfAShare() {
        method("Wilson", p -> p.wilson(0.95), 83, 94, 100, "just above 0 its lower bound at 1 of n is too high");
        method("mid-p", p -> p.midP(0.95), 91, 94, 100, JUMPS);
        method("Clopper-Pearson", p -> p.exact(0.95), 95, 95, 100, NEVER_LESS);
        coverage.assertAllWithin();
    }

    @Test
    void coverageOfADifference() {
        for (int[] n : new int[][] {{10, 10}, {10, 100}, {30, 30}, {100, 100}, {1000, 1000}}) {
            for (double[] p :
                    new double[][] {{0.5, 0.5}, {0.1, 0.1}, {0.01, 0.01}, {0.1, 0.3}, {0.9, 0.99}, {0.05, 0.95}}) {
                difference(n[0], n[1], p[0], p[1]);
            }
        }
        coverage.assertAllWithin();
    }

    private void method(
            String name,
            Function<Proportion, Optional<Estimate>> interval,
            double least,
            double leastMean,
            double most,
            String reason) {
        for (int n : SIZES) {
            Interval[] intervals = new Interval[n + 1];
            for (int x = 0; x <= n; x++) {
                intervals[x] =
                        interval.apply(new Proportion(x, n)).orElseThrow().interval();
            }
            for (double share : SHARES) {
                double held = held(intervals, share);
                boolean good = held >= 0.93 && held <= 0.97;
                String why = good ? "" : held > 0.97 && share * n <= 1 ? RARE : reason;
                coverage.exactCell(name, "n = " + n + ", p = " + share, held, good ? 93 : least, good ? 97 : most, why);
            }
            double sum = 0;
            double lowest = 1;
            for (int i = 1; i < GRID; i++) {
                double held = held(intervals, (double) i / GRID);
                sum += held;
                lowest = Math.min(lowest, held);
            }
            coverage.exactCell(name, "n = " + n + ", the least over p", lowest, least, 97, reason);
            coverage.exactCell(name, "n = " + n + ", mean over p", sum / (GRID - 1), leastMean, 99, "");
        }
    }

    private static double held(Interval[] intervals, double share) {
        BinomialDistribution counts = new BinomialDistribution(null, intervals.length - 1, share);
        double sum = 0;
        for (int x = 0; x < intervals.length; x++) {
            if (intervals[x].contains(share)) {
                sum += counts.probability(x);
            }
        }
        return Math.min(1, sum);
    }

    private void difference(int n1, int n2, double p1, double p2) {
        BinomialDistribution first = new BinomialDistribution(null, n1, p1);
        BinomialDistribution second = new BinomialDistribution(null, n2, p2);
        double sum = 0;
        for (int x = 0; x <= n1; x++) {
            double probability = first.probability(x);
            if (probability < 1e-12) {
                continue;
            }
            for (int y = 0; y <= n2; y++) {
                double both = probability * second.probability(y);
                if (both > 1e-14
                        && new Proportion(x, n1)
                                .minus(new Proportion(y, n2), 0.95)
                                .orElseThrow()
                                .interval()
                                .contains(p1 - p2)) {
                    sum += both;
                }
            }
        }
        boolean good = sum >= 0.93 && sum <= 0.97;
        coverage.exactCell(
                "Newcombe, difference",
                "n = " + n1 + " and " + n2 + ", p = " + p1 + " and " + p2,
                Math.min(1, sum),
                good ? 93 : 92,
                good ? 97 : 100,
                good
                        ? ""
                        : sum > 0.97 ? "both samples are nearly always all or nothing; errs on the safe side" : JUMPS);
    }
}
