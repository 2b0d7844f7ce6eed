package org.loyalty4j.cli.input;

import org.jspecify.annotations.Nullable;

/**
 * Reads customer ids: opaque text, trimmed. An id met lately is handed out again, so that most rows of a file make no garbage.
 */
final class IdParser {
    private static final int SLOTS = 1 << 14;

    private final boolean integers;
    private final @Nullable String[] lately; // empty if none is to be remembered

    IdParser(boolean integers) {
        this(integers, SLOTS);
    }

    private IdParser(boolean integers, int slots) {
        this.integers = integers;
        this.lately = new @Nullable String[slots];
    }

    /** A parser that makes every id anew. */
    static IdParser withoutMemory() {
        return new IdParser(false, 0);
    }

    /** Tells at once whether a text is an id just as it stands; false if that takes {@link #parse}. */
    boolean isId(String text) {
        return !integers && !text.isEmpty() && isMark(text.charAt(0)) && isMark(text.charAt(text.length() - 1));
    }

    /** Tells whether a character is one of ASCII that can be seen. */
    private static boolean isMark(char character) {
        return character > ' ' && character < 0x7f;
    }

    /** The id, or null if there is none or it is not of the kind expected. */
    @Nullable
    String parse(Row row, int field, Rejection why) {
        int from = row.start(field);
        int to = row.end(field);
        char[] chars = row.chars();
        if (from == to) {
            why.because(RejectReason.MISSING_ID, "the customer id is empty");
            return null;
        }
        if (integers) {
            int end = integerEnd(chars, from, to);
            if (end < 0) {
                why.because(
                        RejectReason.BAD_ID,
                        "the customer id " + Rejection.quote(chars, from, to)
                                + " is not a whole number, as --integer-ids expects");
                return null;
            }
            to = end;
        }
        return text(chars, from, to);
    }

    /** Where a whole number ends once a fraction of zeros is left out; -1 if it is none. */
    private static int integerEnd(char[] chars, int from, int to) {
        int at = chars[from] == '-' ? from + 1 : from;
        int end = at;
        while (end < to && isDigit(chars[end])) {
            end++;
        }
        if (end == at || (end < to && chars[end] != '.')) {
            return -1;
        }
        for (int i = end + 1; i < to; i++) {
            if (chars[i] != '0') {
                return -1;
            }
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String text(char[] chars, int from, int to) {
        if (lately.length == 0) {
            return new String(chars, from, to - from);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ hash >>> 14) & (SLOTS - 1);
        String known = lately[slot];
        if (known != null && known.length() == to - from && equal(known, chars, from)) {
            return known;
        }
        String fresh = new String(chars, from, to - from);
        lately[slot] = fresh;
        return fresh;
    }

    private static boolean equal(String text, char[] chars, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
