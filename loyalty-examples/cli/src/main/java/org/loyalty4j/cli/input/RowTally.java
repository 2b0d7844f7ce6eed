package org.loyalty4j.cli.input;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the books of one source: each row is used or rejected. */
final class RowTally {
    private final String source;
    private final RejectedRows rejected;
    private final Map<RejectReason, Long> byReason = new EnumMap<>(RejectReason.class);
    private long rows;
    private long used;
    private @Nullable InputException first;

    RowTally(String source, RejectedRows rejected) {
        this.source = source;
        this.rejected = rejected;
    }

    void use(long more) {
        rows += more;
        used += more;
    }

    void reject(RejectedRow row) {
        rows++;
        rejected.add(source, row);
        byReason.merge(row.reason(), 1L, Long::sum);
        if (first == null) {
            first = InputException.at(source, row.line(), "no row could be used; the first one: " + row.detail());
        }
    }

    /** What became of the rows; an exception if none of them could be used. */
    ReadSummary summary() {
        if (used == 0 && first != null) {
            throw first;
        }
        return new ReadSummary(source, rows, byReason);
    }
}
