package org.loyalty4j.quadrant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.support.IntervalCoverage;

/**
 * How often the 95 % intervals of the quadrants hold the truth; those of the shares of the whole base are in the study of the
 * surveys, whose {@link org.loyalty4j.survey.PostStratification} they come from. Prints a table of {@code docs/coverage.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=QuadrantCoverageStudy</pre>
 */
class QuadrantCoverageStudy {
    private static final QuadrantClassifier CUTS = new QuadrantClassifier(50, 50);
    private static final String FEW_MOVES = "six moves or fewer expected (or stays): the counts are discrete";
    private static final String LONG_TAIL = "few of a long tail: the largest are seldom seen";
    private static final String SAFE = "errs on the safe side: they spend less than the others";
    private static final String FEW_LARGE =
            "ten customers or fewer who spend most of it: how much they differ is hardly seen";

    private final IntervalCoverage coverage = new IntervalCoverage();

    @Test
    void intervalsHoldTheTruth() {
        changes();
        means();
        sharesOfTotal();
        homogeneity();
        coverage.assertAllWithin();
    }

    private void changes() {
        double[][] moves = {{0.005, 0.005}, {0.02, 0.02}, {0.1, 0.02}, {0.1, 0.1}, {0.3, 0.1}, {0.4, 0.4}, {0.9, 0.05}};
        for (int n : new int[] {10, 30, 100, 1000}) {
            for (double[] move : moves) {
                String drawn = n + " customers, " + move[0] + " enter, " + move[1] + " leave";
                boolean few = n * Math.min(move[0] + move[1], 2 * (1 - move[0])) <= 6;
                coverage.cell(
                        "change of a share, adjusted Wald for pairs",
                        drawn,
                        move[0] - move[1],
                        seed -> change(n, move[0], move[1], new SplittableRandom(seed)),
                        93,
                        few ? 100 : 97,
                        few ? FEW_MOVES : "");
            }
        }
    }

    private static Optional<Estimate> change(int n, double entering, double leaving, SplittableRandom random) {
        List<QuadrantPosition> before = new ArrayList<>(n);
        List<QuadrantPosition> after = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            String id = Integer.toString(i);
            before.add(CUTS.position(id, u >= entering && u < entering + leaving ? 80 : 20, 80.0));
            after.add(CUTS.position(id, u < entering ? 80 : 20, 80.0));
        }
        return QuadrantMovement.between(before, after).shareChange(LoyaltyQuadrant.TRUE_LOYALTY, 0.95);
    }

    private enum Column {
        EVEN("churn probability, Beta(2, 2)", 0.5, Column::middleOfThree),
        NEAR_0("churn probability near 0, Beta(0.2, 1)", 1 / 6.0, random -> Math.pow(random.nextDouble(), 5)),
        NEAR_1("churn probability near 1, Beta(1, 0.2)", 5 / 6.0, random -> 1 - Math.pow(random.nextDouble(), 5)),
        GAMMA("value, gamma of shape 2", 2, random -> -Math.log(random.nextDouble() * random.nextDouble())),
        HALF("value, gamma of shape 0.5", 0.5, random -> Math.pow(random.nextGaussian(), 2) / 2),
        LOGNORMAL("value, log-normal of sigma 1", Math.exp(0.5), random -> Math.exp(random.nextGaussian()));

        private final String text;
        private final double mean;
        private final ToDoubleFunction<SplittableRandom> draw;

        Column(String text, double mean, ToDoubleFunction<SplittableRandom> draw) {
            this.text = text;
            this.mean = mean;
            this.draw = draw;
        }

        private static double middleOfThree(SplittableRandom random) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double c = random.nextDouble();
            return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        }
    }

    private void means() {
        for (Column column : Column.values()) {
            for (int n : new int[] {10, 30, 100, 1000}) {
                boolean tail = (column == Column.HALF && n == 10) || (column == Column.LOGNORMAL && n <= 30);
                coverage.cell(
                        "mean of a column, Hall",
                        n + " customers, " + column.text,
                        column.mean,
                        seed -> mean(n, column, new SplittableRandom(seed)),
                        tail ? 88 : 93,
                        97,
                        tail ? LONG_TAIL : "");
            }
        }
    }

    private static Optional<Estimate> mean(int n, Column column, SplittableRandom random) {
        List<QuadrantPosition> positions = new ArrayList<>(n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            positions.add(CUTS.position("c", 80, 80.0));
            values[i] = column.draw.applyAsDouble(random);
        }
        return Optional.ofNullable(QuadrantColumn.of(positions, values, 0.95)
                .of(LoyaltyQuadrant.TRUE_LOYALTY)
                .mean());
    }

    private void sharesOfTotal() {
        double[][] quadrants = {{0.05, 1}, {0.3, 1}, {0.3, 3}, {0.3, 0.3}, {0.1, 5}};
        for (Column column : List.of(Column.GAMMA, Column.LOGNORMAL)) {
            for (int n : new int[] {10, 30, 100, 1000}) {
                for (double[] quadrant : quadrants) {
                    double p = quadrant[0];
                    double times = quadrant[1];
                    double truth = p * times / (p * times + 1 - p);
                    boolean large = times > 1 && n * p <= 10;
                    boolean small = times < 1;
                    coverage.cell(
                            "share of a total, Wilson",
                            n + " customers, " + p + " of them in it, who spend " + times + " times the others'; "
                                    + column.text,
                            truth,
                            seed -> shareOfTotal(n, p, times, column, new SplittableRandom(seed)),
                            large ? 78 : 93,
                            small ? 100 : 97,
                            large ? FEW_LARGE : small ? SAFE : "");
                }
            }
        }
    }

    private static Optional<Estimate> shareOfTotal(
            int n, double p, double times, Column column, SplittableRandom random) {
        List<QuadrantPosition> positions = new ArrayList<>(n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            boolean in = random.nextDouble() < p;
            positions.add(CUTS.position("c", in ? 80 : 20, 80.0));
            values[i] = column.draw.applyAsDouble(random) * (in ? times : 1);
        }
        return Optional.ofNullable(QuadrantColumn.of(positions, values, 0.95)
                .of(LoyaltyQuadrant.TRUE_LOYALTY)
                .shareOfTotal());
    }

    /** Where nothing changes but places, a test at 5 % should be silent in 95 of 100 cases. */
    private void homogeneity() {
        double[] stay = {0.9, 0.6};
        for (int n : new int[] {30, 100, 1000}) {
            for (double stays : stay) {
                double silent = LongStream.range(0, IntervalCoverage.REPLICATES)
                        .filter(seed -> MovementSignificance.marginalHomogeneity(
                                        swaps(n, stays, new SplittableRandom(seed)))
                                .map(test -> test.pValue() >= 0.05)
                                .orElse(true))
                        .count();
                boolean few = n * (1 - stays) < 30;
                coverage.exactCell(
                        "Stuart-Maxwell test, not rejected",
                        n + " customers, " + stays + " stay, the others swap",
                        silent / IntervalCoverage.REPLICATES,
                        93,
                        few ? 100 : 97,
                        few ? "few moves: the counts are discrete" : "");
            }
        }
    }

    private static long[][] swaps(int n, double stays, SplittableRandom random) {
        long[][] table = new long[4][4];
        for (int i = 0; i < n; i++) {
            int from = random.nextInt(4);
            table[from][random.nextDouble() < stays ? from : random.nextInt(4)]++;
        }
        return table;
    }
}
