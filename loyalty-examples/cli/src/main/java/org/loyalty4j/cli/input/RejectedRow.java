package org.loyalty4j.cli.input;

/**
 * A row that cannot be used.
 *
 * @param line the physical line in which it begins, from 1
 * @param reason the category of the reason
 * @param detail what is wrong and what is expected
 * @param text the row as it stood in the file
 */
record RejectedRow(long line, RejectReason reason, String detail, String text) {

    static RejectedRow of(Row row, Rejection why, char delimiter) {
        return new RejectedRow(row.line(), why.reason(), why.detail(), row.text(delimiter));
    }

    /** The same row where its line was counted from a later one on. */
    RejectedRow below(long lines) {
        return new RejectedRow(line + lines, reason, detail, text);
    }
}
