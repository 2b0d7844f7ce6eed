package org.loyalty4j.btyd;

import java.io.Serializable;
import org.loyalty4j.internal.math.Draws;

/**
 * When the next purchases of a living customer come: k phases of exponential length each, at a rate drawn from a gamma
 * distribution. How many phases have passed since the last purchase is drawn too; {@code cumulated[j]} is the weight of at most
 * j of them, and with j passed the shape is {@code shape + j}.
 */
record Phases(int k, double shape, double rate, double[] cumulated) implements Serializable {

    static Phases of(int k, double r, double alpha, int x, double tx, double until) {
        double shape = r + (double) k * x;
        double rate = alpha + until;
        double[] cumulated = PhaseWeights.of(k, shape, (until - tx) / rate);
        for (int j = 1; j < k; j++) {
            cumulated[j] += cumulated[j - 1];
        }
        return new Phases(k, shape, rate, cumulated);
    }

    /** Draws the customer's rate and how far the customer is on the way to the next purchase. */
    Clock start(Draws draws) {
        int passed = 0;
        if (k > 1) {
            double u = draws.uniform() * cumulated[k - 1];
            while (u > cumulated[passed]) {
                passed++;
            }
        }
        double meanPhase = StrictMath.exp(StrictMath.log(rate) - draws.logGamma(shape + passed));
        return new Clock(k, meanPhase, k - passed);
    }

    /** The time, running from purchase to purchase. */
    static final class Clock {
        private final int k;
        private final double meanPhase;
        private int phases;
        private double now;

        private Clock(int k, double meanPhase, int phases) {
            this.k = k;
            this.meanPhase = meanPhase;
            this.phases = phases;
        }

        double next(Draws draws) {
            now += meanPhase * draws.gamma(phases);
            phases = k;
            return now;
        }

        double now() {
            return now;
        }
    }

    @Override
    public String toString() {
        return "Gamma(" + shape + ", " + rate + ")" + (k == 1 ? "" : ", " + k + " phases");
    }
}
