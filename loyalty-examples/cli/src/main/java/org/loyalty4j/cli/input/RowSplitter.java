package org.loyalty4j.cli.input;

import java.nio.charset.Charset;

/**
 * Splits rows of bytes into the fields of a {@link Row} just as {@link CsvRows} and {@link WhitespaceRows} do, in an encoding
 * in which the bytes of ASCII stand for nothing else.
 */
final class RowSplitter {
    /** Where a row has no end in a piece: a quote is still open. */
    static final int UNFINISHED = -1;
    /** Where a row cannot be read: whoever reads characters says why. */
    static final int BROKEN = -2;

    /** Rows that are longer are left to whoever reads characters, and knows the exact limit. */
    static final int MOST_BYTES = Row.MAX_CHARS / 2;

    private static final int MOST_FIELDS = 1 << 14;

    private final Delimiter delimiter;
    private final Charset charset;
    private int lines;

    RowSplitter(FileFormat format) {
        this.delimiter = format.delimiter();
        this.charset = format.charset();
    }

    /**
     * Fills a row, which has no fields if there is none in a line.
     *
     * @param line the line in which it begins
     * @return where the next row begins, {@link #UNFINISHED} or {@link #BROKEN}
     */
    int split(Chunk chunk, int from, long line, Row row) {
        row.begin(line);
        lines = 0;
        int next = delimiter.whitespace() ? splitBlanks(chunk, from, row) : splitCsv(chunk, from, row);
        return next - from > MOST_BYTES || row.fieldCount() > MOST_FIELDS ? BROKEN : next;
    }

    /** The lines of the row last split, one at least. */
    int lines() {
        return lines;
    }

    private int splitCsv(Chunk chunk, int from, Row row) {
        byte[] bytes = chunk.bytes();
        int at = from;
        if (isBreak(bytes[at])) {
            return afterBreak(bytes, at);
        }
        while (row.fieldCount() <= MOST_FIELDS) {
            int end = bytes[at] == '"' ? quoted(chunk, at + 1, row) : plain(chunk, at, row);
            if (end < 0) {
                return end;
            }
            if (end - from > MOST_BYTES) {
                return BROKEN; // before a row is filled with more than it takes
            }
            row.endField();
            if (isBreak(bytes[end]) || end >= chunk.to()) {
                return afterBreak(bytes, end);
            }
            if (bytes[end] != delimiter.character()) {
                return BROKEN;
            }
            at = end + 1;
        }
        return BROKEN;
    }

    private int plain(Chunk chunk, int from, Row row) {
        byte[] bytes = chunk.bytes();
        int end = from;
        while (end < chunk.to() && bytes[end] != delimiter.character() && !isBreak(bytes[end])) {
            end++;
        }
        return end - from > MOST_BYTES ? BROKEN : append(bytes, from, end, row);
    }

    /** A field from behind its quote on. */
    private int quoted(Chunk chunk, int from, Row row) {
        byte[] bytes = chunk.bytes();
        int start = from;
        for (int at = from; at < chunk.to(); at++) {
            if (at - from > MOST_BYTES) {
                return BROKEN;
            }
            if (bytes[at] == '"') {
                if (at + 1 >= chunk.to() || bytes[at + 1] != '"') {
                    append(bytes, start, at, row);
                    return at + 1;
                }
                at++;
                append(bytes, start, at, row);
                start = at + 1;
            } else if (bytes[at] == '\n' ? at == from || bytes[at - 1] != '\r' : bytes[at] == '\r') {
                lines++;
            }
        }
        return chunk.to() - from > MOST_BYTES ? BROKEN : UNFINISHED;
    }

    private int splitBlanks(Chunk chunk, int from, Row row) {
        byte[] bytes = chunk.bytes();
        int at = from;
        while (at < chunk.to() && !isBreak(bytes[at])) {
            int start = at;
            while (at < chunk.to() && (bytes[at] > ' ' || bytes[at] < 0)) {
                at++;
            }
            if (at - from > MOST_BYTES) {
                return BROKEN;
            }
            if (at > start) {
                append(bytes, start, at, row);
                row.endField();
            } else {
                at++;
            }
        }
        return afterBreak(bytes, at);
    }

    private int append(byte[] bytes, int from, int to, Row row) {
        row.append(new String(bytes, from, to - from, charset));
        return to;
    }

    private static boolean isBreak(byte value) {
        return value == '\n' || value == '\r';
    }

    private int afterBreak(byte[] bytes, int at) {
        lines++;
        return bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
