package org.loyalty4j.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;

/** Opens the sources of rows. */
public final class RowSources {
    private RowSources() {}

    /**
     * Opens a text file, plain or packed by gzip.
     *
     * @param file the file
     * @param format how it is written
     * @param progress is told of the bytes read
     * @return its rows
     * @throws InputException if it cannot be opened or its first row cannot be read
     */
    public static RowSource file(Path file, FileFormat format, Progress progress) {
        InputStream bytes = Bytes.open(file, progress);
        try {
            Reader text = new TextReader(bytes, format.charset());
            return format.delimiter().whitespace()
                    ? new WhitespaceRows(file.toString(), text, format)
                    : new CsvRows(file.toString(), text, format);
        } catch (RuntimeException failed) {
            try {
                bytes.close();
            } catch (IOException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
    }

    /**
     * Runs a query.
     *
     * @param url the JDBC URL of the database
     * @param query the query
     * @param progress is told of the rows read
     * @return the rows of its result, with the labels of its columns as header
     * @throws InputException if the database cannot be reached or does not take the query
     */
    public static RowSource query(String url, String query, Progress progress) {
        return JdbcRows.open(url, query, progress);
    }
}
