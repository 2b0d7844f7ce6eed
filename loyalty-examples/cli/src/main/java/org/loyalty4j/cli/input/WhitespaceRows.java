package org.loyalty4j.cli.input;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** The rows of a file whose columns are parted by runs of blanks and tabs; there are no quotes. Blank lines are no rows. */
final class WhitespaceRows extends TextRows {
    private final Reader text;
    private final char[] buffer = new char[1 << 15];
    private int position;
    private int limit;
    private long line = 1;
    private boolean afterReturn;

    WhitespaceRows(String name, Reader text, FileFormat format) {
        super(name, format);
        this.text = text;
        readHeader(format);
    }

    @Override
    public boolean next() {
        row.begin(line);
        boolean inField = false;
        while (position < limit || fill()) {
            int from = position;
            while (position < limit && buffer[position] > ' ') {
                position++;
            }
            if (position > from) {
                row.append(buffer, from, position - from);
                inField = true;
                afterReturn = false;
            }
            if (position == limit) {
                continue;
            }
            char c = buffer[position++];
            if (inField) {
                row.endField();
                inField = false;
            }
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                line++;
                if (row.fieldCount() > 0) {
                    return true;
                }
                row.begin(line);
            }
        }
        if (inField) {
            row.endField();
        }
        return row.fieldCount() > 0;
    }

    private boolean fill() {
        try {
            position = 0;
            limit = Math.max(text.read(buffer), 0);
            return limit > 0;
        } catch (IOException failed) {
            throw ReadFailures.of(name(), line, charset, new UncheckedIOException(failed));
        }
    }

    @Override
    public char delimiter() {
        return ' ';
    }

    @Override
    public void close() {
        close(text);
    }
}
