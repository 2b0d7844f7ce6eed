package org.loyalty4j.cli.input;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Where rejected rows go: into a CSV table {@code file,line,reason,row}, as they come. The reason begins with the key of
 * its category and a colon. In strict mode the first rejected row ends the run instead.
 */
public final class RejectedRows implements AutoCloseable {
    private final CsvWriter csv;
    private final boolean strict;
    private long count;

    /**
     * Starts the table.
     *
     * @param out where to write, closed with this object
     * @param strict true if the first rejected row is an error
     */
    public RejectedRows(Writer out, boolean strict) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        this.strict = strict;
        csv.writeRecord("file", "line", "reason", "row");
    }

    /**
     * All rows rejected so far.
     *
     * @return the number of rows
     */
    public long count() {
        return count;
    }

    void add(RowSource source, Rejection why) {
        Row row = source.row();
        String reason = why.reason().key() + ": " + why.detail();
        if (strict) {
            throw InputException.at(source.name(), row.line(), reason + " (--strict)");
        }
        count++;
        csv.writeRecord(source.name(), Long.toString(row.line()), reason, row.text(source.delimiter()));
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
