package org.loyalty4j.rfm;

/** The cuts of an axis as keys of goodness, to score many customers by. */
final class KeyCuts {
    private static final int PIECE = 1 << 16;

    /** Up to so many cuts are all compared with; among more is searched. */
    private static final int FEW = 9;

    private final GoodnessKeys values;
    private final long[] reachedFrom; // ascending: the least key that reaches each cut and those before it

    /** The cuts of an axis, for values on it. */
    KeyCuts(AxisCuts cuts, GoodnessKeys values) {
        this.values = values;
        this.reachedFrom = new long[cuts.cuts().size()];
        for (int i = 0; i < reachedFrom.length; i++) {
            long key = values.reaching(cuts.cuts().get(i), cuts.axis());
            reachedFrom[i] = i == 0 ? key : Math.max(key, reachedFrom[i - 1]);
        }
    }

    /** The score of each customer. */
    byte[] scores() {
        byte[] scores = new byte[(int) values.size()];
        values.parallel().forEachPiece(scores.length, PIECE, (from, to) -> {
            for (int i = from; i < to; i++) {
                scores[i] = (byte) score(values.keyOf(i));
            }
        });
        return scores;
    }

    private int score(long key) {
        int score = 1;
        if (reachedFrom.length <= FEW) {
            for (long least : reachedFrom) {
                score += key >= least ? 1 : 0;
            }
            return score;
        }
        int low = 0;
        int high = reachedFrom.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reachedFrom[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 1 + low;
    }
}
