package org.loyalty4j.cli.input;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** The rows of a CSV file, by FastCSV, whose fields are copied into one {@link Row} that is used again and again. */
final class CsvRows extends TextRows {
    private final char delimiter;
    private final CsvReader<Row> reader;
    private final CloseableIterator<Row> rows;

    CsvRows(String name, Reader text, FileFormat format) {
        super(name, format);
        this.delimiter = format.delimiter().character();
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(Row.MAX_CHARS)
                .build(new Filler(row), text);
        this.rows = reader.iterator();
        readHeader(format);
    }

    @Override
    public boolean next() {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
            return true;
        } catch (UncheckedIOException failed) {
            throw ReadFailures.of(name(), row.line(), charset, failed);
        } catch (CsvParseException broken) {
            throw brokenRow(broken);
        }
    }

    private InputException brokenRow(CsvParseException broken) {
        if (broken.getCause() instanceof InputException ours) {
            return ours;
        }
        if (broken.getCause() instanceof IOException failed) {
            return ReadFailures.of(name(), row.line(), charset, new UncheckedIOException(failed));
        }
        String message = String.valueOf(broken.getMessage());
        if (message.contains("buffer size")) {
            return Row.tooLong(name(), row.line());
        }
        return InputException.at(
                name(),
                row.line(),
                message.contains("nclosed")
                        ? "a quote is opened in this row and never closed, expected a closing quote"
                        : "a quoted field is followed by more text, expected the delimiter "
                                + Rejection.quote(String.valueOf(delimiter)) + " after the closing quote",
                broken);
    }

    @Override
    public char delimiter() {
        return delimiter;
    }

    @Override
    public void close() {
        close(reader);
    }

    private static final class Filler extends AbstractBaseCsvCallbackHandler<Row> {
        private final Row row;

        Filler(Row row) {
            this.row = row;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            row.append(buffer, offset, length);
            row.endField();
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }
}
