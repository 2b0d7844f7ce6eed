package org.loyalty4j.cli.input;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of a source and keeps the books: each row is used or rejected. */
final class RowLoop {
    /** Takes one row; false, with a reason, if it cannot be used. */
    @FunctionalInterface
    interface RowParser {
        boolean parse(Row row, Rejection why);
    }

    private RowLoop() {}

    static ReadSummary run(RowSource source, Positions positions, RejectedRows rejected, RowParser parser) {
        Rejection why = new Rejection();
        long[] counts = new long[RejectReason.values().length];
        long rows = 0;
        long used = 0;
        @Nullable InputException first = null;
        while (source.next()) {
            rows++;
            Row row = source.row();
            if (positions.fits(row, why) && parser.parse(row, why)) {
                used++;
                continue;
            }
            rejected.add(source, why);
            counts[why.reason().ordinal()]++;
            if (first == null) {
                first = InputException.at(
                        source.name(), row.line(), "no row could be used; the first one: " + why.detail());
            }
        }
        if (used == 0 && first != null) {
            throw first;
        }
        return new ReadSummary(source.name(), rows, byReason(counts));
    }

    private static Map<RejectReason, Long> byReason(long[] counts) {
        Map<RejectReason, Long> byReason = new EnumMap<>(RejectReason.class);
        for (RejectReason reason : RejectReason.values()) {
            if (counts[reason.ordinal()] > 0) {
                byReason.put(reason, counts[reason.ordinal()]);
            }
        }
        return byReason;
    }
}
