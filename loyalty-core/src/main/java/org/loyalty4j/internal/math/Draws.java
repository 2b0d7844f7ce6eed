package org.loyalty4j.internal.math;

/**
 * Random draws that are the same to the bit on every machine: a generator written out here, and {@link StrictMath} only.
 * Where a draw may be too small for a double, there is one of its logarithm.
 */
public final class Draws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    // The state of xoroshiro128++ (Blackman and Vigna 2021).
    private long s0;
    private long s1;

    private Draws(long s0, long s1) {
        this.s0 = s0;
        this.s1 = s1;
    }

    /** A stream of its own for each seed and each path of indices: what is drawn from one changes nothing in another. */
    public static Draws of(long seed, long... path) {
        long state = mix(seed);
        for (long index : path) {
            state = mix(state + GOLDEN * (2 * index + 1));
        }
        return new Draws(mix(state + GOLDEN), mix(state + 2 * GOLDEN) | 1); // not both zero
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbouring numbers become unrelated ones. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private long next() {
        long a = s0;
        long b = s1;
        long result = Long.rotateLeft(a + b, 17) + a;
        b ^= a;
        s0 = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
        s1 = Long.rotateLeft(b, 28);
        return result;
    }

    /** Uniform on (0, 1), both ends excluded. */
    public double uniform() {
        return ((next() >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Whether something of this probability happens. */
    public boolean happens(double probability) {
        return uniform() < probability;
    }

    /** Exponential of mean 1. */
    public double exponential() {
        return -StrictMath.log(uniform());
    }

    /** Standard normal (Box and Muller 1958). */
    public double normal() {
        return Math.sqrt(2 * exponential()) * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** Gamma of the given shape, above 0, and rate 1: the sum of so many exponentials where it is a whole number. */
    public double gamma(double shape) {
        return shape == 1 ? exponential() : StrictMath.exp(logGamma(shape));
    }

    /** The logarithm of a draw from the gamma distribution of the given shape, above 0, and rate 1. */
    public double logGamma(double shape) {
        // Below a shape of 1, a draw of shape + 1 times a power of a uniform one (Stuart's theorem).
        return shape < 1 ? logLargeGamma(shape + 1) - exponential() / shape : logLargeGamma(shape);
    }

    /** Marsaglia and Tsang (2000), for shapes of at least 1. */
    private double logLargeGamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            if (root > 0) {
                double logV = 3 * StrictMath.log(root);
                double v = root * root * root;
                if (StrictMath.log(uniform()) < 0.5 * x * x + d * (1 - v + logV)) {
                    return StrictMath.log(d) + logV;
                }
            }
        }
    }

    /** Beta with parameters above 0: of two gamma draws the first's share, right also at shares near 0. */
    public double beta(double a, double b) {
        return 1 / (1 + StrictMath.exp(-logitBeta(a, b)));
    }

    /** The logarithm of the odds of a beta draw. */
    public double logitBeta(double a, double b) {
        double first = logGamma(a);
        return first - logGamma(b);
    }
}
