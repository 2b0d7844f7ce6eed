package org.loyalty4j.cli.input;

import org.jspecify.annotations.Nullable;

/** Where the parsers of one row leave the reason when they cannot use it: one object, filled again row by row. */
final class Rejection {
    private static final int SHOWN = 60;

    private @Nullable RejectReason reason;
    private String detail = "";

    /** Notes the reason and returns false, so that a parser can {@code return why.because(...)}. */
    boolean because(RejectReason newReason, String newDetail) {
        reason = newReason;
        detail = newDetail;
        return false;
    }

    RejectReason reason() {
        if (reason == null) {
            throw new IllegalStateException("no reason was given");
        }
        return reason;
    }

    String detail() {
        return detail;
    }

    /** Quotes a value of the input for a message, cut to a length that stays on one line. */
    static String quote(char[] chars, int from, int to) {
        int end = Math.min(to, from + SHOWN);
        return quote(new String(chars, from, end - from) + (end < to ? "..." : ""));
    }

    static String quote(String text) {
        return "`" + text.replaceAll("\\s+", " ") + "`";
    }
}
