package org.loyalty4j.rfm;

import java.util.Arrays;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.SortableDoubles;

/**
 * The values of customers on one axis as whole numbers in order of goodness: days and purchases as they are, money as {@link
 * SortableDoubles}. Their ranks are found by counting, without sorting all.
 */
final class GoodnessKeys implements RankedValues {
    private static final int PIECE = 1 << 16;
    private static final int MOST_PIECES = 16; // each counts on its own
    private static final int BUCKET_BITS = 16;

    /** So few are sorted right away. */
    private static final int FEW = 1 << 10;

    private final boolean whole;
    private final long[] keys;
    private final Parallel parallel;

    private GoodnessKeys(boolean whole, long[] keys, Parallel parallel) {
        this.whole = whole;
        this.keys = keys;
        this.parallel = parallel;
    }

    /** The keys of some customers. */
    static GoodnessKeys of(RfmColumns columns, int[] customers, RfmAxis axis, Parallel parallel) {
        long[] keys = new long[customers.length];
        parallel.forEachPiece(keys.length, PIECE, (from, to) -> {
            switch (axis) {
                case RECENCY -> {
                    for (int i = from; i < to; i++) {
                        keys[i] = -columns.recencyDays(customers[i]); // as RfmAxis.goodness
                    }
                }
                case FREQUENCY -> {
                    for (int i = from; i < to; i++) {
                        keys[i] = columns.frequency(customers[i]);
                    }
                }
                case MONETARY -> {
                    for (int i = from; i < to; i++) {
                        keys[i] = SortableDoubles.bits(columns.monetary(customers[i]) + 0.0); // no -0.0
                    }
                }
            }
        });
        return new GoodnessKeys(axis != RfmAxis.MONETARY, keys, parallel);
    }

    /** The keys of some of these customers. */
    GoodnessKeys of(int[] members) {
        long[] some = new long[members.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = keys[members[i]];
        }
        return new GoodnessKeys(whole, some, parallel);
    }

    private double goodness(long key) {
        return whole ? key : SortableDoubles.value(key);
    }

    /** The least key that reaches a cut. */
    long reaching(Cut cut, RfmAxis axis) {
        double goodness = axis.goodness(cut.value()) + 0.0;
        if (!whole) {
            return SortableDoubles.bits(goodness) + (cut.inclusive() ? 0 : 1);
        }
        double least = cut.inclusive() ? Math.ceil(goodness) : Math.floor(goodness) + 1;
        return (long) least; // the nearest long, if it is beyond any count
    }

    @Override
    public long size() {
        return keys.length;
    }

    long keyOf(int i) {
        return keys[i];
    }

    Parallel parallel() {
        return parallel;
    }

    @Override
    public Run[] runsAt(long... ranks) {
        Run[] runs = new Run[ranks.length];
        select(keys, 0, ranks, 0, ranks.length, runs);
        return runs;
    }

    /**
     * Finds the runs of the ranks from {@code first} to {@code last}, all of which are among {@code some} keys, with {@code below}
     * others being less: counts the keys in buckets of equal width and goes on with the buckets that hold such a rank.
     */
    private void select(long[] some, long below, long[] ranks, int first, int last, Run[] runs) {
        if (some.length <= FEW) {
            selectSorted(some, below, ranks, first, last, runs);
            return;
        }
        int pieces = Math.min(MOST_PIECES, Parallel.pieces(some.length, PIECE));
        int length = Parallel.pieces(some.length, pieces);
        long[] lowest = new long[pieces];
        long[] highest = new long[pieces];
        parallel.forEachPiece(some.length, length, (from, to) -> {
            long low = some[from];
            long high = low;
            for (int i = from + 1; i < to; i++) {
                low = Math.min(low, some[i]);
                high = Math.max(high, some[i]);
            }
            Arrays.fill(lowest, from / length, from / length + 1, low);
            Arrays.fill(highest, from / length, from / length + 1, high);
        });
        long lowestKey = Arrays.stream(lowest).min().orElseThrow();
        long width = Arrays.stream(highest).max().orElseThrow() - lowestKey; // unsigned
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(width) - BUCKET_BITS);
        int buckets = (int) (width >>> shift) + 1;
        int[][] counts = new int[pieces][];
        parallel.forEachPiece(some.length, length, (from, to) -> {
            int[] count = new int[buckets];
            for (int i = from; i < to; i++) {
                count[(int) ((some[i] - lowestKey) >>> shift)]++;
            }
            counts[from / length] = count;
        });
        long start = below;
        int rank = first;
        for (int bucket = 0; rank < last; bucket++) {
            int size = 0;
            for (int[] count : counts) {
                size += count[bucket];
            }
            int next = rank;
            while (next < last && ranks[next] < start + size) {
                next++;
            }
            if (next > rank && shift == 0) {
                Arrays.fill(runs, rank, next, new Run(goodness(lowestKey + bucket), start, start + size));
            } else if (next > rank) {
                long[] within = gather(some, length, counts, lowestKey, shift, bucket, size);
                select(within, start, ranks, rank, next, runs);
            }
            rank = next;
            start += size;
        }
    }

    /** The keys in a bucket. */
    private long[] gather(long[] some, int length, int[][] counts, long lowestKey, int shift, int bucket, int size) {
        long[] within = new long[size];
        int[] start = new int[counts.length];
        for (int piece = 1; piece < start.length; piece++) {
            start[piece] = start[piece - 1] + counts[piece - 1][bucket];
        }
        parallel.forEachPiece(some.length, length, (from, to) -> {
            int next = start[from / length];
            int end = next + counts[from / length][bucket];
            for (int i = from; next < end; i++) {
                if ((some[i] - lowestKey) >>> shift == bucket) {
                    within[next++] = some[i];
                }
            }
        });
        return within;
    }

    private void selectSorted(long[] some, long below, long[] ranks, int first, int last, Run[] runs) {
        long[] sorted = some.clone();
        Arrays.sort(sorted);
        for (int i = first; i < last; i++) {
            int from = (int) (ranks[i] - below);
            int to = from + 1;
            long key = sorted[from];
            while (from > 0 && sorted[from - 1] == key) {
                from--;
            }
            while (to < sorted.length && sorted[to] == key) {
                to++;
            }
            runs[i] = new Run(goodness(key), below + from, below + to);
        }
    }
}
