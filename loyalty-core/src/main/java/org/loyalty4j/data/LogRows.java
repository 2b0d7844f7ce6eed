package org.loyalty4j.data;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;

/** The rows that a log is to be made of, as they came: chunks of columns, cut in slices of a fixed length. */
final class LogRows {
    private static final int SLICE = 1 << 18;
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    /** The rows of a chunk from {@code from} (inclusive) to {@code to} (exclusive). */
    @SuppressWarnings("ArrayRecordComponent") // within the package, never compared
    record Slice(int chunk, int[] customer, int[] epochDay, AmountColumn amounts, int from, int to) {}

    /** What the values of some rows span. */
    record Span(int firstCustomer, int lastCustomer, int firstDay, int lastDay, long widths) {
        private static final Span NONE =
                new Span(Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, 0);

        private Span join(Span other) {
            return new Span(
                    Math.min(firstCustomer, other.firstCustomer),
                    Math.max(lastCustomer, other.lastCustomer),
                    Math.min(firstDay, other.firstDay),
                    Math.max(lastDay, other.lastDay),
                    widths | other.widths);
        }

        boolean amountsFitInt() {
            return AmountColumn.fitInt(widths);
        }
    }

    private final List<Slice> slices = new ArrayList<>();
    private final int rows;

    LogRows(List<LogChunk> chunks) {
        long all = 0;
        for (int i = 0; i < chunks.size(); i++) {
            LogChunk chunk = chunks.get(i);
            all += chunk.rows();
            for (int from = 0; from < chunk.rows(); from += SLICE) {
                int to = (int) Math.min(chunk.rows(), (long) from + SLICE);
                slices.add(new Slice(i, chunk.customer(), chunk.epochDay(), chunk.amounts(), from, to));
            }
        }
        if (all > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "a log holds at most " + MOST_ROWS + " transactions, but there were " + all);
        }
        this.rows = (int) all;
    }

    int rows() {
        return rows;
    }

    List<Slice> slices() {
        return slices;
    }

    Span span(Parallel parallel) {
        return parallel.map(slices.size(), i -> span(slices.get(i))).stream().reduce(Span.NONE, Span::join);
    }

    // Column by column, in loops that the compiler turns into vector instructions.
    private static Span span(Slice slice) {
        int firstCustomer = Integer.MAX_VALUE;
        int lastCustomer = Integer.MIN_VALUE;
        int[] customer = slice.customer;
        for (int row = slice.from; row < slice.to; row++) {
            firstCustomer = Math.min(firstCustomer, customer[row]);
            lastCustomer = Math.max(lastCustomer, customer[row]);
        }
        int firstDay = Integer.MAX_VALUE;
        int lastDay = Integer.MIN_VALUE;
        int[] day = slice.epochDay;
        for (int row = slice.from; row < slice.to; row++) {
            firstDay = Math.min(firstDay, day[row]);
            lastDay = Math.max(lastDay, day[row]);
        }
        return new Span(firstCustomer, lastCustomer, firstDay, lastDay, slice.amounts.widths(slice.from, slice.to));
    }

    /** Refuses rows on days that cannot be, and names the first. */
    void checkDays(Span span) {
        if (rows > 0 && !(Checks.isEpochDay(span.firstDay) && Checks.isEpochDay(span.lastDay))) {
            for (Slice slice : slices) {
                for (int row = slice.from; row < slice.to; row++) {
                    Checks.epochDay(slice.epochDay[row], "epochDay[" + row + "]");
                }
            }
        }
    }

    /** Refuses rows on days that cannot be, or of places that a dictionary does not have; names the first such row. */
    void check(Span span, int dictionarySize, boolean chunked) {
        boolean days = rows == 0 || (Checks.isEpochDay(span.firstDay) && Checks.isEpochDay(span.lastDay));
        boolean places = rows == 0 || (span.firstCustomer >= 0 && span.lastCustomer < dictionarySize);
        if (days && places) {
            return;
        }
        for (Slice slice : slices) {
            String chunk = chunked ? "chunks[" + slice.chunk + "]." : "";
            for (int row = slice.from; row < slice.to; row++) {
                checkPlace(slice.customer[row], dictionarySize, chunk + "customer[" + row + "]");
                Checks.epochDay(slice.epochDay[row], chunk + "epochDay[" + row + "]");
            }
        }
    }

    private static void checkPlace(int place, int dictionarySize, String name) {
        if (dictionarySize == 0) {
            throw new IllegalArgumentException(name + " must be a place in the dictionary, but that is empty");
        }
        Checks.inClosed(place, 0, dictionarySize - 1, name);
    }
}
