package org.loyalty4j.survey;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.support.IntervalCoverage;

/**
 * How often the intervals of {@link PostStratification} hold the truth where response depends on the stratum; the source of
 * {@code docs/coverage.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=PostStratificationCoverageStudy</pre>
 */
class PostStratificationCoverageStudy {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final double CONFIDENCE = 0.95;

    /** A base of strata of one size; the last respond four times as often as the first. */
    private record World(int strata, int customers, double respondents) {
        List<String> names() {
            return IntStream.range(0, strata)
                    .mapToObj(h -> String.format(Locale.ROOT, "%02d", h))
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
            return String.format(Locale.ROOT, "%d strata, about %.0f respondents", strata, respondents);
        }
    }

    private static final String FEW = "errs on the safe side with few in a stratum and a rare answer";
    private static final String SMALL = "two to four respondents a stratum";

    private final IntervalCoverage coverage = new IntervalCoverage();

    @Test
    void sharesScoresAndMeansOfTheWholeBase() {
        for (int strata : new int[] {4, 25}) {
            for (double n : new double[] {10, 30, 100, 1000}) {
                World world = new World(strata, 5000, n);
                boolean few = n <= 30;
                for (double p : new double[] {0.02, 0.1, 0.98}) {
                    share(world, p, 0, 93, few ? 98 : 97, few ? FEW : "");
                }
                share(world, 0.5, 0, n == 10 ? 92 : 93, 97, n == 10 ? SMALL : "");
                share(world, 0.5, 0.45, 93, 97, "");
                nps(world, 0.5, 0.2, 0.15, 93, 97, "");
                nps(world, 0.05, 0.9, 0, 93, few ? 98.5 : 97, few ? FEW : "");
                mean(world, 0.2, n == 10 ? 91.5 : 93, n == 10 ? SMALL : "");
            }
        }
        withoutWeights(new World(4, 5000, 1000));
        silentWhoDiffer(new World(4, 5000, 1000));
        coverage.assertAllWithin();
    }

    @Test
    void agedAnswers() {
        for (int n : new int[] {10, 30, 100}) {
            for (double[] shares : new double[][] {{0.5, 0.2}, {0.05, 0.9}}) {
                coverage.cell(
                        "NPS, half-life of 180 days",
                        n + " answers of 0 to 720 days, promoters " + shares[0] + ", detractors " + shares[1],
                        100 * (shares[0] - shares[1]),
                        seed -> {
                            SplittableRandom random = new SplittableRandom(seed);
                            List<SurveyAnswer> answers = IntStream.range(0, n)
                                    .mapToObj(i -> {
                                        double u = random.nextDouble();
                                        int score = u < shares[0] ? 10 : u > 1 - shares[1] ? 0 : 7;
                                        return new SurveyAnswer(
                                                String.format(Locale.ROOT, "C%04d", i),
                                                END.minusDays(random.nextInt(721)),
                                                score,
                                                1);
                                    })
                                    .toList();
                            return new HalfLife(180)
                                    .nps(new SurveyAnswers(Scale.NPS, AnswerRule.LATEST, END, answers, 0, 0, 0), 0.95)
                                    .map(WeightedEstimate::estimate);
                        },
                        93,
                        97,
                        "");
            }
        }
        coverage.assertAllWithin();
    }

    /** Values of half the customers are 0, of the others log-normal with a variance of the logarithm of 1, as spend is. */
    @Test
    void meansAndTheirDifferences() {
        String skewed = "spend is skewed, and few say too little of its tail";
        double mean = 0.5 * Math.exp(0.5);
        for (int n : new int[] {10, 30, 100, 1000, 10_000}) {
            coverage.cell(
                    "mean of values, normal",
                    n + " customers",
                    0,
                    seed -> ColumnSummary.of(normal(new Random(seed), n)).mean(0.95));
            coverage.cell(
                    "mean of values, spend",
                    n + " customers, half of them 0",
                    mean,
                    seed -> ColumnSummary.of(spend(new Random(seed), n)).mean(0.95),
                    n <= 10 ? 77 : n <= 30 ? 85 : n <= 100 ? 90.5 : 93,
                    97,
                    n <= 100 ? skewed : "");
            coverage.cell("difference of means (Welch), normal", n + " and " + 2 * n + " customers", 0, seed -> {
                Random random = new Random(seed);
                return ColumnSummary.of(normal(random, n)).minus(ColumnSummary.of(normal(random, 2 * n)), 0.95);
            });
            coverage.cell(
                    "difference of means (Welch), spend",
                    n + " and " + 2 * n + " customers, the second of twice the value",
                    -mean,
                    seed -> {
                        Random random = new Random(seed);
                        double[] second = spend(random, 2 * n);
                        for (int i = 0; i < second.length; i++) {
                            second[i] *= 2;
                        }
                        return ColumnSummary.of(spend(random, n)).minus(ColumnSummary.of(second), 0.95);
                    },
                    93,
                    97,
                    "");
        }
        for (int few : new int[] {4, 10, 30, 100}) {
            coverage.cell(
                    "difference of means (Welch), spend",
                    few + " and " + 10 * few + " customers alike, half of them 0",
                    0,
                    seed -> {
                        Random random = new Random(seed);
                        return ColumnSummary.of(spend(random, few))
                                .minus(ColumnSummary.of(spend(random, 10 * few)), 0.95);
                    },
                    few <= 4 ? 60 : few <= 10 ? 77 : few <= 30 ? 85 : 90,
                    97,
                    "of the smaller group too little of the tail is seen");
        }
        coverage.assertAllWithin();
    }

    private static double[] normal(Random random, int n) {
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    private static double[] spend(Random random, int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> random.nextBoolean() ? 0 : Math.exp(random.nextGaussian()))
                .toArray();
    }

    /** What the weights are for. */
    private void withoutWeights(World world) {
        IntToDoubleFunction shareOf = h -> 0.5 + 0.45 * (2 * world.position(h) - 1);
        coverage.cell(
                "share, not weighted",
                world + ", p 0.5 -+ 0.45",
                world.mean(shareOf),
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    BitSet answered = world.answered(random);
                    long has = answered.stream()
                            .filter(i -> random.nextDouble() < shareOf.applyAsDouble(world.stratumOf(i)))
                            .count();
                    return new Proportion(has, answered.cardinality()).wilson(CONFIDENCE);
                },
                0,
                1,
                "loyal customers answer oftener: a bias, not a lack of width");
    }

    /** Within every stratum those who have the property answer 1.5 times as often, which no weight can see. */
    private void silentWhoDiffer(World world) {
        IntToDoubleFunction shareOf = h -> 0.5;
        coverage.cell(
                "share",
                world + ", p 0.5, and those with it answer 1.5 times as often",
                world.mean(shareOf),
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    BitSet answered = new BitSet();
                    BitSet has = new BitSet();
                    for (int i = 0; i < world.customers(); i++) {
                        has.set(i, random.nextDouble() < 0.5);
                        answered.set(
                                i,
                                random.nextDouble()
                                        < world.responseRate(world.stratumOf(i)) * (has.get(i) ? 1.2 : 0.8));
                    }
                    return world.weights(answered).share(has, CONFIDENCE).map(WeightedEstimate::estimate);
                },
                0,
                5,
                "the silent differ within the strata, which no weight can mend");
    }

    /** The share of stratum h is p - slope for the first and p + slope for the last. */
    private void share(World world, double p, double slope, double lowest, double highest, String reason) {
        IntToDoubleFunction shareOf = h -> p + slope * (2 * world.position(h) - 1);
        coverage.cell(
                "share",
                world + ", p " + p + (slope == 0 ? "" : " -+ " + slope),
                world.mean(shareOf),
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    BitSet answered = world.answered(random);
                    BitSet has = new BitSet();
                    answered.stream()
                            .filter(i -> random.nextDouble() < shareOf.applyAsDouble(world.stratumOf(i)))
                            .forEach(has::set);
                    return world.weights(answered).share(has, CONFIDENCE).map(WeightedEstimate::estimate);
                },
                lowest,
                highest,
                reason);
    }

    private void nps(
            World world,
            double promoters,
            double detractors,
            double slope,
            double lowest,
            double highest,
            String reason) {
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
                },
                lowest,
                highest,
                reason);
    }

    /** Percent of maximum: 0, 25, 50, 75 or 100, higher in the later strata. */
    private void mean(World world, double slope, double lowest, String reason) {
        IntToDoubleFunction chance = h -> 0.7 + slope * (2 * world.position(h) - 1);
        coverage.cell(
                "mean",
                world + ", five points",
                100 * world.mean(chance),
                seed -> {
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
                },
                lowest,
                97,
                reason);
    }
}
