package org.loyalty4j.cli.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row as text: the characters of all its fields one after the other. The same object is filled again for every row,
 * so that reading makes no garbage.
 */
public final class Row {
    /** The longest row that is read; a longer one is a file without line breaks or a quote that is never closed. */
    static final int MAX_CHARS = 1 << 20;

    private final String source;
    private char[] chars = new char[256];
    private int[] ends = new int[16];
    private int fields;
    private int length;
    private long line;

    Row(String source) {
        this.source = source;
    }

    void begin(long newLine) {
        line = newLine;
        fields = 0;
        length = 0;
    }

    void append(char[] from, int offset, int count) {
        int end = length + count;
        if (end > chars.length) {
            grow(end);
        }
        System.arraycopy(from, offset, chars, length, count);
        length = end;
    }

    void endField() {
        if (fields == ends.length) {
            if (fields >= MAX_CHARS) {
                throw tooLong(source, line);
            }
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = length;
    }

    void append(String text) {
        int end = length + text.length();
        if (end > chars.length) {
            grow(end);
        }
        text.getChars(0, text.length(), chars, length);
        length = end;
    }

    void add(String text) {
        append(text);
        endField();
    }

    private void grow(int wanted) {
        if (wanted > MAX_CHARS || wanted < 0) {
            throw tooLong(source, line);
        }
        chars = Arrays.copyOf(chars, Math.max(wanted, 2 * chars.length));
    }

    static InputException tooLong(String source, long line) {
        return InputException.at(
                source,
                line,
                "the row is longer than 1048576 characters, expected rows parted by line breaks and every quote closed");
    }

    long line() {
        return line;
    }

    int fieldCount() {
        return fields;
    }

    char[] chars() {
        return chars;
    }

    /** Where a field begins once leading white space is left out. */
    int start(int field) {
        int from = field == 0 ? 0 : ends[field - 1];
        int to = ends[field];
        while (from < to && isBlank(chars[from])) {
            from++;
        }
        return from;
    }

    /** Where a field ends once trailing white space is left out; not before its start. */
    int end(int field) {
        int from = field == 0 ? 0 : ends[field - 1];
        int to = ends[field];
        while (to > from && isBlank(chars[to - 1])) {
            to--;
        }
        return Math.max(to, start(field));
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c > 127 && (Character.isWhitespace(c) || c == '\u00a0'));
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(fields);
        for (int field = 0; field < fields; field++) {
            texts.add(new String(chars, start(field), end(field) - start(field)));
        }
        return texts;
    }

    /** The row as it stood in the file, with quotes where the text needs them. */
    String text(char delimiter) {
        StringBuilder text = new StringBuilder(length + fields);
        int from = 0;
        for (int field = 0; field < fields; field++) {
            if (field > 0) {
                text.append(delimiter);
            }
            String value = new String(chars, from, ends[field] - from);
            boolean quoted = value.indexOf(delimiter) >= 0
                    || value.indexOf('"') >= 0
                    || value.indexOf('\n') >= 0
                    || value.indexOf('\r') >= 0;
            text.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
            from = ends[field];
        }
        return text.toString();
    }
}
