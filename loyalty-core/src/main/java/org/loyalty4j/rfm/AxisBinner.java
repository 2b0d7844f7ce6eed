package org.loyalty4j.rfm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.loyalty4j.internal.Tiles;

/** Fits the cuts of one axis to some of the customers and scores them. */
final class AxisBinner {
    private final RfmAxis axis;
    private final BinningRule rule;
    private final int bins;
    private final List<Cut> fixedCuts;

    /** The cuts of an axis and the scores of the members they were fitted to, in the members' order. */
    record Fitted(AxisCuts cuts, int[] scores) {}

    AxisBinner(RfmAxis axis, BinningRule rule, int bins, List<Cut> fixedCuts) {
        this.axis = axis;
        this.rule = rule;
        this.bins = bins;
        this.fixedCuts = fixedCuts;
    }

    /** Fits to the values of at least one member. */
    Fitted fit(double[] values, int[] members) {
        double[] sorted = new double[members.length]; // by goodness, the worst first
        for (int i = 0; i < members.length; i++) {
            sorted[i] = axis.goodness(values[members[i]]);
        }
        Arrays.sort(sorted);
        AxisCuts cuts = new AxisCuts(axis, cuts(sorted), 0);
        int[] scores = rule == BinningRule.RANK_TILES
                ? tiles(sorted, values, members)
                : Arrays.stream(members).map(m -> cuts.score(values[m])).toArray();
        BitSet reached = new BitSet(bins + 1);
        for (int score : scores) {
            reached.set(score);
        }
        return new Fitted(new AxisCuts(axis, cuts.cuts(), reached.cardinality()), scores);
    }

    private List<Cut> cuts(double[] sorted) {
        if (rule == BinningRule.FIXED_CUTS) {
            return fixedCuts;
        }
        List<Cut> cuts = new ArrayList<>();
        for (int score = 2; score <= bins; score++) {
            cuts.add(
                    switch (rule) {
                        case QUANTILE -> aheadOf(sorted, score);
                        case MID_RANK -> middleAheadOf(sorted, score);
                        default -> tileFrom(sorted, score);
                    });
        }
        return cuts;
    }

    /** Ahead of m customers is who is better than the m-th worst. */
    private Cut aheadOf(double[] sorted, int score) {
        long needed = Math.floorDiv((score - 1L) * sorted.length + bins - 1, bins);
        return new Cut(axis.goodness(sorted[(int) needed - 1]), false);
    }

    private Cut middleAheadOf(double[] sorted, int score) {
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            // behind + half of the equals = (from + to) / 2
            if ((long) bins * (from + to) >= 2L * (score - 1) * sorted.length) {
                return new Cut(axis.goodness(sorted[from]), true);
            }
            from = to;
        }
        return betterThanAll(sorted);
    }

    private Cut tileFrom(double[] sorted, int score) {
        int first = Tiles.start(score, bins, sorted.length);
        return first < sorted.length ? new Cut(axis.goodness(sorted[first]), true) : betterThanAll(sorted);
    }

    private Cut betterThanAll(double[] sorted) {
        return new Cut(axis.goodness(sorted[sorted.length - 1]), false);
    }

    private int[] tiles(double[] sorted, double[] values, int[] members) {
        int[] equalsSeen = new int[sorted.length]; // at the first rank of each value
        int[] scores = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            int first = firstRank(sorted, axis.goodness(values[members[i]]));
            int rank = first + equalsSeen[first]++;
            int score = 1;
            while (score < bins && rank >= Tiles.start(score + 1, bins, sorted.length)) {
                score++;
            }
            scores[i] = score;
        }
        return scores;
    }

    private static int firstRank(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
