package org.loyalty4j.cli.simulate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random draws that are the same to the bit on every machine: a named generator and {@link StrictMath} only. (The
 * samplers of Commons RNG use {@code Math.log} and {@code Math.exp}, whose last bit is free.)
 */
final class Draws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final UniformRandomProvider random;

    /** A stream of its own for each seed and index. */
    Draws(long seed, long index) {
        long state = mix(seed) + GOLDEN * (2 * index + 1);
        random = RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {mix(state), mix(state + GOLDEN)});
    }

    /** The finaliser of SplitMix64: neighbouring numbers become unrelated ones. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Uniform on (0, 1). */
    double uniform() {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Uniform on 0..bound-1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** Exponential with the given mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(uniform());
    }

    /** Standard normal (Box and Muller 1958). */
    double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(uniform())) * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /**
     * Gamma with the given shape, at least 1, and mean 1 (Marsaglia and Tsang 2000). It rises with the normal it is made
     * of, so that a copula can take hold of it.
     */
    Gamma gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && StrictMath.log(uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return new Gamma(d * v / shape, x);
            }
        }
    }

    /** A gamma draw and the normal draw it was made of. */
    record Gamma(double value, double normal) {}
}
