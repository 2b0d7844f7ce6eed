package org.loyalty4j.cli.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** What all sources of rows from text have: a name, a header, and one {@link Row} that is used again and again. */
abstract class TextRows implements RowSource {
    final Charset charset;
    final Row row;
    private final String name;
    private Optional<List<String>> header = Optional.empty();
    private long headerLine = 1;

    TextRows(String name, FileFormat format) {
        this.name = name;
        this.charset = format.charset();
        this.row = new Row(name);
    }

    /** Reads the header, if there is to be one; to be called once the source can read. */
    final void readHeader(FileFormat format) {
        if (format.header() && next()) {
            header = Optional.of(row.texts());
        }
        headerLine = Math.max(row.line(), 1);
    }

    final void close(Closeable text) {
        try {
            text.close();
        } catch (IOException failed) {
            throw InputException.in(name, "cannot be closed: " + failed.getMessage(), failed);
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Optional<List<String>> header() {
        return header;
    }

    @Override
    public final long headerLine() {
        return headerLine;
    }

    @Override
    public final Row row() {
        return row;
    }
}
