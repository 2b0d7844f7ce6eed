package org.loyalty4j.cli.input;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Where rejected rows go: into a CSV table {@code file,line,reason,row}, as they come. The reason begins with the key of
 * its category and a colon. In strict mode the first rejected row ends the run instead.
 */
public final class RejectedRows implements AutoCloseable {
    private final CsvWriter csv;
    private final @Nullable String whyStop;
    private long count;
    private long known;

    /**
     * Starts the table.
     *
     * @param out where to write, closed with this object
     * @param strict true if the first rejected row is an error
     */
    public RejectedRows(Writer out, boolean strict) {
        this(out, strict ? " (--strict)" : null);
    }

    private RejectedRows(Writer out, @Nullable String whyStop) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        this.whyStop = whyStop;
        csv.writeRecord("file", "line", "reason", "row");
    }

    /**
     * No table: every rejected row is an error, whatever the options.
     *
     * @return what ends the run at the first rejected row
     */
    public static RejectedRows none() {
        return new RejectedRows(Writer.nullWriter(), "");
    }

    /**
     * All rows rejected so far.
     *
     * @return the number of rows
     */
    public long count() {
        return count;
    }

    void add(String source, RejectedRow row) {
        String reason = row.reason().key() + ": " + row.detail();
        if (whyStop != null) {
            throw InputException.at(source, row.line(), reason + whyStop);
        }
        count++;
        if (known > 0) {
            known--;
            return;
        }
        csv.writeRecord(source, Long.toString(row.line()), reason, row.text());
    }

    /** Goes back to where a count was: the rows after it come once more, and are in the table already. */
    void rewind(long earlierCount) {
        known += count - earlierCount;
        count = earlierCount;
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
