package org.loyalty4j.rfm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.loyalty4j.internal.Tiles;

/** Fits the cuts of one axis to customers and scores them. */
final class AxisBinner {
    private final RfmAxis axis;
    private final BinningRule rule;
    private final int bins;
    private final List<Cut> fixedCuts;

    /** The cuts of an axis and the scores of the customers they were fitted to, in their order. */
    record Fitted(AxisCuts cuts, byte[] scores) {}

    AxisBinner(RfmAxis axis, BinningRule rule, int bins, List<Cut> fixedCuts) {
        this.axis = axis;
        this.rule = rule;
        this.bins = bins;
        this.fixedCuts = fixedCuts;
    }

    /** Fits to the values of at least one customer. */
    Fitted fit(GoodnessKeys values) {
        AxisCuts cuts = cuts(values);
        byte[] scores = new KeyCuts(cuts, values).scores();
        if (rule == BinningRule.RANK_TILES) {
            splitTies(values, scores);
        }
        boolean[] given = new boolean[Byte.MAX_VALUE];
        for (byte score : scores) {
            given[score] = true;
        }
        int reached = (int)
                IntStream.range(0, given.length).filter(score -> given[score]).count();
        return new Fitted(new AxisCuts(axis, cuts.cuts(), reached), scores);
    }

    /** Fits to how many customers have each value; at least one has. */
    AxisCuts fit(AxisDistribution values) {
        AxisCuts cuts = cuts(values.ranked());
        BitSet reached = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            reached.set(cuts.score(values.value(i)));
        }
        return new AxisCuts(axis, cuts.cuts(), reached.cardinality());
    }

    /** The cuts for the values of at least one customer; how many scores are reached is not yet known. */
    AxisCuts cuts(RankedValues values) {
        List<Cut> cuts = switch (rule) {
            case QUANTILE -> ahead(values);
            case MID_RANK -> middleAhead(values);
            case RANK_TILES -> tiles(values);
            case FIXED_CUTS -> fixedCuts;
        };
        return new AxisCuts(axis, cuts, 0);
    }

    /** Ahead of m customers is who is better than the m-th worst. */
    private List<Cut> ahead(RankedValues values) {
        long[] ranks = shares(values.size(), bins - 1L);
        return Stream.of(values.runsAt(LongStream.of(ranks).map(m -> m - 1).toArray()))
                .map(run -> cut(run, false))
                .toList();
    }

    /**
     * Behind a customer are those who are worse and half of the equals, (from + to) / 2. The first who has a share behind it is
     * of the run that the share leads to, or of the next.
     */
    private List<Cut> middleAhead(RankedValues values) {
        long size = values.size();
        RankedValues.Run[] runs = values.runsAt(shares(size, 0));
        boolean[] isNext = new boolean[runs.length];
        for (int i = 0; i < runs.length; i++) {
            isNext[i] = bins * (runs[i].from() + runs[i].to()) < 2 * (i + 1L) * size;
        }
        long[] next = IntStream.range(0, runs.length)
                .mapToLong(i -> isNext[i] ? runs[i].to() : runs[i].from())
                .filter(rank -> rank < size)
                .toArray();
        RankedValues.Run[] found = values.runsAt(next);
        return IntStream.range(0, runs.length)
                .mapToObj(i -> i < found.length ? cut(found[i], true) : cut(runs[i], false)) // better than the best
                .toList();
    }

    private List<Cut> tiles(RankedValues values) {
        int size = (int) values.size();
        RankedValues.Run[] runs = values.runsAt(tileStarts(size));
        RankedValues.Run[] best = values.runsAt(size - 1L);
        return IntStream.range(0, bins - 1)
                .mapToObj(i -> i < runs.length ? cut(runs[i], true) : cut(best[0], false))
                .toList();
    }

    /** The ranks at which the tiles after the first start, those left out that nobody is in. */
    private long[] tileStarts(int size) {
        return IntStream.rangeClosed(2, bins)
                .map(tile -> Tiles.start(tile, bins, size))
                .filter(start -> start < size)
                .asLongStream()
                .toArray();
    }

    /** 1/bins of a size, 2/bins of it and so on, but for 1, with {@code roundUp} added before dividing. */
    private long[] shares(long size, long roundUp) {
        return LongStream.range(1, bins)
                .map(share -> (share * size + roundUp) / bins)
                .toArray();
    }

    private Cut cut(RankedValues.Run run, boolean inclusive) {
        return new Cut(axis.goodness(run.goodness()), inclusive);
    }

    /** Gives those equals between whom a tile starts their scores by their order. */
    private void splitTies(GoodnessKeys values, byte[] scores) {
        int size = scores.length;
        long[] starts = tileStarts(size);
        RankedValues.Run[] runs = values.runsAt(starts);
        RankedValues.Run[] split = IntStream.range(0, runs.length)
                .filter(i -> runs[i].from() < starts[i])
                .mapToObj(i -> runs[i])
                .distinct()
                .toArray(RankedValues.Run[]::new);
        if (split.length == 0) {
            return;
        }
        long[] keys = Stream.of(split)
                .mapToLong(run -> values.reaching(cut(run, true), axis))
                .toArray();
        long[] rank = Stream.of(split).mapToLong(RankedValues.Run::from).toArray(); // of the next to come
        for (int i = 0; i < size; i++) {
            int run = Arrays.binarySearch(keys, values.keyOf(i));
            if (run >= 0) {
                int started = Arrays.binarySearch(starts, rank[run]++);
                scores[i] = (byte) (1 + (started >= 0 ? started + 1 : -1 - started));
            }
        }
    }
}
