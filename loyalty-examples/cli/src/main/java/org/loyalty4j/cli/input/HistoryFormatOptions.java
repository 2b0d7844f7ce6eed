package org.loyalty4j.cli.input;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say how a file of histories is written. Where the file is, the command says. */
public final class HistoryFormatOptions {
    @Option(
            names = "--histories-columns",
            paramLabel = "ROLE=COLUMN,...",
            description =
                    "Columns of the histories for the roles id, x, t_x, T (BG/BB: n), mean_spend (Gamma-Gamma) and"
                            + " weight. Default: customer_id, and the names of the roles.")
    private String columns = "";

    @Option(
            names = "--histories-format",
            paramLabel = "KEY=VALUE,...",
            converter = InputConverters.ToSettings.class,
            description = "Where the format of the histories is not comma-separated UTF-8 with a header: header,"
                    + " delimiter, charset.")
    private FormatSettings format = FormatSettings.NONE;

    /** Creates the options. */
    public HistoryFormatOptions() {}

    /**
     * The reader of a table of histories.
     *
     * @param table which kind of histories
     * @return the reader
     * @throws IllegalArgumentException if the columns are not those of the table
     */
    public HistoryReader reader(Table table) {
        Columns bound = columns.isEmpty() ? Columns.of(table) : parse(table);
        return new HistoryReader(bound, fileFormat());
    }

    private Columns parse(Table table) {
        try {
            return Columns.parse(table, columns);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--histories-columns: " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Opens a file of histories.
     *
     * @param file the file
     * @param progress is told of the bytes read
     * @return its rows
     * @throws InputException if it cannot be opened or its first row cannot be read
     */
    public RowSource open(Path file, Progress progress) {
        return RowSources.file(file, fileFormat(), progress);
    }

    private FileFormat fileFormat() {
        return FileFormat.withDefaults().withSettings(format.values());
    }
}
