package org.loyalty4j.rfm;

/** The cuts of an axis as keys of goodness, to score many customers by. */
final class KeyCuts {
    private static final int PIECE = 1 << 16;

    /** Up to so many cuts are all compared with; among more is searched. */
    private static final int FEW = 9;

    private final long[] reachedFrom; // ascending: the least key that reaches each cut and those before it

    private KeyCuts(long[] reachedFrom) {
        this.reachedFrom = reachedFrom;
    }

    static KeyCuts of(AxisCuts cuts) {
        long[] from = new long[cuts.cuts().size()];
        for (int i = 0; i < from.length; i++) {
            Cut cut = cuts.cuts().get(i);
            long key = GoodnessKeys.key(cuts.axis().goodness(cut.value())) + (cut.inclusive() ? 0 : 1);
            from[i] = i == 0 ? key : Math.max(key, from[i - 1]);
        }
        return new KeyCuts(from);
    }

    /** The score of each customer. */
    byte[] scores(GoodnessKeys values) {
        byte[] scores = new byte[(int) values.size()];
        values.parallel().forEachPiece(scores.length, PIECE, (from, to) -> {
            for (int i = from; i < to; i++) {
                scores[i] = (byte) score(values.keyOf(i));
            }
        });
        return scores;
    }

    int score(long key) {
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
