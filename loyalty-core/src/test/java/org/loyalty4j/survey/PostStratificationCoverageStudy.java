package org.loyalty4j.survey;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.support.IntervalCoverage;

/**
 * How often the intervals of {@link PostStratification} hold the truth where response depends on the stratum; the source of
 * {@code docs/coverage.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=PostStratificationCoverageStudy</pre>
 */
class PostStratificationCoverageStudy {
    private static final double CONFIDENCE = 0.95;

    /** A base of strata of one size; the last respond four times as often as the first. */
    private record World(int strata, int customers, double respondents) {
        List<String> names() {
            return IntStream.range(0, strata)
                    .mapToObj(h -> String.format("%02d", h))
                    .toList();
        }

        int stratumOf(int customer) {
            return (int) ((long) customer * strata / customers);
        }

        /** From 0 for the first stratum to 1 for the last. */
        double position(int stratum) {
            return strata == 1 ? 0.5 : stratum / (strata - 1.0);
        }

        double responseRate(int stratum) {
            return respondents / customers * (0.4 + 1.2 * position(stratum));
        }

        BitSet answered(SplittableRandom random) {
            BitSet answered = new BitSet();
            for (int i = 0; i < customers; i++) {
                answered.set(i, random.nextDouble() < responseRate(stratumOf(i)));
            }
            return answered;
        }

        PostStratification weights(BitSet answered) {
            int[] stratum = IntStream.range(0, customers).map(this::stratumOf).toArray();
            return PostStratification.of(stratum, names(), answered);
        }

        double mean(IntToDoubleFunction ofStratum) {
            return IntStream.range(0, customers)
                    .mapToDouble(i -> ofStratum.applyAsDouble(stratumOf(i)))
                    .average()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return String.format("%d strata, about %.0f respondents", strata, respondents);
        }
    }

    private final IntervalCoverage coverage = new IntervalCoverage();

    @Test
    void sharesScoresAndMeansOfTheWholeBase() {
        for (int strata : new int[] {1, 4, 25}) {
            for (double n : new double[] {10, 30, 100, 1000}) {
                World world = new World(strata, 5000, n);
                for (double p : new double[] {0.02, 0.1, 0.5, 0.9, 0.98}) {
                    share(world, p, 0);
                }
                share(world, 0.5, 0.45);
                share(world, 0.1, 0.09);
                nps(world, 0.5, 0.2, 0);
                nps(world, 0.5, 0.2, 0.15);
                nps(world, 0.05, 0.9, 0);
                mean(world, 0.2);
            }
        }
        coverage.assertAllWithin();
    }

    /** The share of stratum h is p - slope for the first and p + slope for the last. */
    private void share(World world, double p, double slope) {
        IntToDoubleFunction shareOf = h -> p + slope * (2 * world.position(h) - 1);
        coverage.cell("share", world + ", p " + p + (slope == 0 ? "" : " -+ " + slope), world.mean(shareOf), seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            BitSet answered = world.answered(random);
            BitSet has = new BitSet();
            answered.stream()
                    .filter(i -> random.nextDouble() < shareOf.applyAsDouble(world.stratumOf(i)))
                    .forEach(has::set);
            return world.weights(answered).share(has, CONFIDENCE).map(WeightedEstimate::estimate);
        });
    }

    private void nps(World world, double promoters, double detractors, double slope) {
        IntToDoubleFunction promotersOf = h -> promoters + slope * (2 * world.position(h) - 1);
        IntToDoubleFunction detractorsOf = h -> detractors - slope * (2 * world.position(h) - 1);
        coverage.cell(
                "NPS",
                world + ", promoters " + promoters + ", detractors " + detractors + (slope == 0 ? "" : " -+ " + slope),
                100 * (world.mean(promotersOf) - world.mean(detractorsOf)),
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    BitSet answered = world.answered(random);
                    BitSet up = new BitSet();
                    BitSet down = new BitSet();
                    answered.stream().forEach(i -> {
                        double u = random.nextDouble();
                        int h = world.stratumOf(i);
                        up.set(i, u < promotersOf.applyAsDouble(h));
                        down.set(i, u > 1 - detractorsOf.applyAsDouble(h));
                    });
                    return world.weights(answered).nps(up, down, CONFIDENCE).map(WeightedEstimate::estimate);
                });
    }

    /** Percent of maximum: 0, 25, 50, 75 or 100, higher in the later strata. */
    private void mean(World world, double slope) {
        IntToDoubleFunction chance = h -> 0.7 + slope * (2 * world.position(h) - 1);
        coverage.cell("mean", world + ", five points", 100 * world.mean(chance), seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            BitSet answered = world.answered(random);
            double[] values = new double[world.customers()];
            answered.stream().forEach(i -> {
                for (int k = 0; k < 4; k++) {
                    values[i] += random.nextDouble() < chance.applyAsDouble(world.stratumOf(i)) ? 25 : 0;
                }
            });
            Optional<WeightedEstimate> mean = world.weights(answered).mean(values, CONFIDENCE);
            return mean.map(WeightedEstimate::estimate);
        });
    }
}
