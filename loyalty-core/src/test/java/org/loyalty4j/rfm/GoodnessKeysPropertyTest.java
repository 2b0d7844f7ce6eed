package org.loyalty4j.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.internal.Parallel;

/** Ranks found by counting, against sorting all. */
class GoodnessKeysPropertyTest {

    private static double draw(Random random, int kind) {
        return switch (kind) {
            case 0 -> random.nextInt(4);
            case 1 -> 1e5 + random.nextInt(100_000) / 100.0;
            case 2 -> StrictMath.exp(10 * random.nextGaussian());
            case 3 -> -random.nextInt(500);
            default -> 1 + random.nextInt(2000) * 0x1p-52; // neighbours
        };
    }

    @Property(seed = "1", tries = 40)
    void ranksAreThoseOfASort(@ForAll Random random, @ForAll @IntRange(min = 1, max = 9000) int size) {
        int kinds = 1 + random.nextInt(31); // which kinds of values there are, as bits
        double[] spend = random.doubles(size)
                .map(any -> draw(random, pick(random, kinds)))
                .toArray();
        GoodnessKeys keys = keys(spend, RfmAxis.MONETARY, Parallel.NONE);
        double[] sorted = spend.clone();
        Arrays.sort(sorted);
        long[] ranks = random.longs(6, 0, size).sorted().toArray();
        RankedValues.Run[] runs = keys.runsAt(ranks);
        for (int i = 0; i < ranks.length; i++) {
            double value = sorted[(int) ranks[i]];
            long from = Arrays.stream(spend).filter(v -> v < value).count();
            long equal = Arrays.stream(spend).filter(v -> v == value).count();
            assertThat(runs[i]).isEqualTo(new RankedValues.Run(value + 0.0, from, from + equal));
        }
    }

    private static int pick(Random random, int kinds) {
        int kind = random.nextInt(5);
        while ((kinds >> kind & 1) == 0) {
            kind = (kind + 1) % 5;
        }
        return kind;
    }

    private static GoodnessKeys keys(double[] spend, RfmAxis axis, Parallel parallel) {
        RfmColumns columns = new RfmColumns.Copied(
                new String[spend.length],
                Arrays.stream(spend).mapToInt(v -> (int) v).toArray(),
                Arrays.stream(spend).mapToInt(v -> (int) v).toArray(),
                spend);
        return GoodnessKeys.of(columns, IntStream.range(0, spend.length).toArray(), axis, parallel);
    }

    /** The definitions of {@link BinningRule}, by ranks in a sorted list. */
    private static int[] scores(BinningRule rule, double[] goodness, int bins) {
        double[] sorted = goodness.clone();
        Arrays.sort(sorted);
        Integer[] order = IntStream.range(0, goodness.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (i, j) -> Double.compare(goodness[i], goodness[j]));
        int[] scores = new int[goodness.length];
        int size = goodness.length;
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && sorted[to] == sorted[from]) {
                to++;
            }
            for (int rank = from; rank < to; rank++) {
                scores[order[rank]] = switch (rule) {
                    case QUANTILE -> 1 + bins * from / size;
                    case MID_RANK -> 1 + bins * (from + to) / (2 * size);
                    default -> tile(rank, bins, size);
                };
            }
            from = to;
        }
        return scores;
    }

    private static int tile(int rank, int bins, int size) {
        int tile = 0;
        for (int next = 0; next <= rank; tile++) {
            next += size / bins + (tile < size % bins ? 1 : 0);
        }
        return tile;
    }

    /** Days and purchases are keys themselves: cuts between them, on them and far off are reached as by one customer. */
    @Property(seed = "1", tries = 100)
    void cutsAreReachedAsByOneCustomer(@ForAll Random random) {
        double[] days = random.ints(50, 0, 12).asDoubleStream().toArray();
        for (RfmAxis axis : RfmAxis.values()) {
            double[] ascending =
                    random.ints(4, -3, 30).mapToDouble(v -> v / 2.0).sorted().toArray();
            double far = StrictMath.pow(10, random.nextInt(300));
            List<Cut> cuts = Stream.of(
                            -far, ascending[0], ascending[1], ascending[2], ascending[3], far, Double.MAX_VALUE)
                    .sorted()
                    .map(value -> new Cut(axis.goodness(value), random.nextBoolean()))
                    .toList();
            AxisCuts axisCuts = new AxisCuts(axis, cuts, 0);
            byte[] scores = new KeyCuts(axisCuts, keys(days, axis, Parallel.NONE)).scores();
            for (int i = 0; i < days.length; i++) {
                assertThat((int) scores[i]).isEqualTo(axisCuts.score(days[i]));
            }
        }
    }

    @Property(seed = "1", tries = 12)
    void scoresAreThoseOfTheDefinitionOnAnyNumberOfThreads(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 12) int bins) {
        int size = random.nextBoolean() ? 5000 + random.nextInt(100) : 150_000;
        int kind = random.nextInt(5);
        RfmAxis axis = RfmAxis.values()[random.nextInt(3)];
        double[] values = random.doubles(size)
                .map(any -> draw(random, kind))
                .map(value -> axis == RfmAxis.MONETARY ? value : (int) value)
                .toArray();
        double[] goodness = Arrays.stream(values).map(axis::goodness).toArray();
        for (BinningRule rule : List.of(BinningRule.QUANTILE, BinningRule.MID_RANK, BinningRule.RANK_TILES)) {
            AxisBinner binner = new AxisBinner(axis, rule, bins, List.of());
            AxisBinner.Fitted serial = binner.fit(keys(values, axis, Parallel.NONE));
            int[] expected = scores(rule, goodness, bins);
            assertThat(IntStream.range(0, size)
                            .filter(i -> serial.scores()[i] != expected[i])
                            .findFirst())
                    .isEmpty();
            assertThat(serial.cuts().reachedBins())
                    .isEqualTo((int) Arrays.stream(expected).distinct().count());
            for (int threads : new int[] {2, 3, 7}) {
                AxisBinner.Fitted parallel = binner.fit(keys(values, axis, new Parallel(threads)));
                assertThat(parallel.cuts()).isEqualTo(serial.cuts());
                assertThat(parallel.scores()).isEqualTo(serial.scores());
            }
        }
    }
}
