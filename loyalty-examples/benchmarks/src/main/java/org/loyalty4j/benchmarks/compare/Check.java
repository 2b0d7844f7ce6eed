package org.loyalty4j.benchmarks.compare;

import java.util.Arrays;
import java.util.Locale;

/** When two answers agree. */
enum Check {
    /** Every customer has the same score. */
    SCORES {
        @Override
        Verdict of(double[] ours, double[] theirs) {
            long differing = count(ours, theirs, 0);
            return differing == 0
                    ? new Verdict(true, String.format(Locale.ROOT, "the same scores for all %,d", ours.length))
                    : new Verdict(false, String.format(Locale.ROOT, "other scores for %,d customers", differing));
        }
    },
    /** Every value is the same to nine digits. */
    VALUES {
        @Override
        Verdict of(double[] ours, double[] theirs) {
            long differing = count(ours, theirs, NINE_DIGITS);
            return differing == 0
                    ? new Verdict(true, String.format(Locale.ROOT, "all within %.0e", largest(ours, theirs)))
                    : new Verdict(
                            false,
                            String.format(Locale.ROOT, "%,d of %,d values differ or are NaN", differing, ours.length));
        }
    },
    /** Every parameter is a number above 0; what it is worth, the likelihood says. */
    FIT {
        @Override
        Verdict of(double[] ours, double[] theirs) {
            boolean valid =
                    theirs.length == ours.length && Arrays.stream(theirs).allMatch(p -> p > 0 && Double.isFinite(p));
            return valid
                    ? new Verdict(true, String.format(Locale.ROOT, "parameters %.0e apart", largest(ours, theirs)))
                    : new Verdict(false, "parameters " + Arrays.toString(theirs));
        }
    };

    private static final double NINE_DIGITS = 1e-9;

    abstract Verdict of(double[] ours, double[] theirs);

    private static long count(double[] ours, double[] theirs, double tolerance) {
        long differing = Math.abs(ours.length - theirs.length);
        for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
            if (!(difference(ours[i], theirs[i]) <= tolerance)) {
                differing++;
            }
        }
        return differing;
    }

    private static double largest(double[] ours, double[] theirs) {
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, difference(ours[i], theirs[i]));
        }
        return largest;
    }

    /** Relative to the larger; absolute below the smallest probability that matters. */
    private static double difference(double a, double b) {
        return a == b ? 0 : Math.abs(a - b) / Math.max(1e-6, Math.max(Math.abs(a), Math.abs(b)));
    }
}
