package org.loyalty4j.cli.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the transactions are written. */
public final class TransactionInputOptions {
    private static final int DEFAULT_SCALE = 2;

    @Option(
            names = "--columns",
            paramLabel = "ROLE=COLUMN,...",
            converter = InputConverters.ToTransactionColumns.class,
            description =
                    "Columns of the transactions by name or by position from 1, for the roles id, date, amount and"
                            + " quantity (then amount is a price). Default: customer_id, date, amount.")
    private Columns columns = Columns.of(Table.TRANSACTIONS);

    @Option(names = "--no-header", description = "The files have no header; columns are known by position.")
    private boolean noHeader;

    @Option(
            names = "--delimiter",
            paramLabel = "D",
            converter = InputConverters.ToDelimiter.class,
            description =
                    "What parts the columns: a character, tab, or whitespace for runs of blanks. Default: a comma.")
    private Delimiter delimiter = Delimiter.COMMA;

    @Option(
            names = "--date-pattern",
            paramLabel = "PATTERN",
            converter = InputConverters.ToDatePattern.class,
            description =
                    "How dates are written, such as yyyyMMdd or dd/MM/yyyy HH:mm. Default: 2011-12-09, alone or with a"
                            + " time.")
    private @Nullable String datePattern;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = InputConverters.ToZone.class,
            description =
                    "In whose calendar a point in time (2011-12-09T23:30:00Z) falls on a day, such as Asia/Tokyo.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--charset",
            paramLabel = "CHARSET",
            converter = InputConverters.ToCharset.class,
            description = "Encoding of the files, such as Windows-31J or Shift_JIS. Default: UTF-8.")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            converter = InputConverters.ToCurrency.class,
            description = "Currency of the amounts by its ISO 4217 code, such as JPY; it labels them and says how many"
                    + " decimals they have.")
    private @Nullable Currency currency;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Decimals of the amounts, 0 for yen. Default: those of --currency, or 2.")
    private @Nullable Integer scale;

    @Option(names = "--integer-ids", description = "Customer ids are whole numbers: 17850.0 is the id 17850.")
    private boolean integerIds;

    @Option(names = "--strict", description = "Stop at the first row that cannot be used.")
    private boolean strict;

    /**
     * Checks what the parser of the command line cannot.
     *
     * @throws IllegalArgumentException if an option has a senseless value
     */
    public void check() {
        reader(false);
    }

    /**
     * The format that holds for all files unless one is said to differ.
     *
     * @return the format
     */
    public FileFormat format() {
        return new FileFormat(!noHeader, delimiter, charset, datePattern, zone);
    }

    /**
     * The decimals of the currency.
     *
     * @return the scale, in [0, 9] once checked
     */
    public int scale() {
        if (scale != null) {
            return scale;
        }
        return currency == null ? DEFAULT_SCALE : currency.getDefaultFractionDigits();
    }

    /**
     * The label of amounts.
     *
     * @return the code of the currency; empty if none was given
     */
    public String currency() {
        return currency == null ? "" : currency.getCurrencyCode();
    }

    /**
     * Whether ids are whole numbers.
     *
     * @return true if {@code 17850.0} is the id {@code 17850}
     */
    public boolean integerIds() {
        return integerIds;
    }

    /**
     * Whether the first rejected row ends the run.
     *
     * @return true if so
     */
    public boolean strict() {
        return strict;
    }

    /**
     * Reads the transactions.
     *
     * @param source where they are
     * @param rejectRefunds true if a negative amount makes a row unusable
     * @param customers ids of customers who need not have a transaction
     * @param threads how many threads read, in [1, 1024]; what is read is the same on any number
     * @param rejected takes the rows that cannot be used
     * @param progress is told how far the reading has come
     * @return the transactions, and what became of the rows
     * @throws InputException if there is no row, none can be used, or the source cannot be read
     */
    public ReadTransactions read(
            TransactionSource source,
            boolean rejectRefunds,
            Collection<String> customers,
            int threads,
            RejectedRows rejected,
            Progress progress) {
        TransactionReader reader = reader(rejectRefunds);
        Optional<Path> file = source.file();
        if (file.isPresent()) {
            return reader.read(file.get(), customers, threads, rejected, progress);
        }
        try (RowSource rows = source.open(format(), progress)) {
            return reader.read(rows, customers, rejected);
        }
    }

    private TransactionReader reader(boolean rejectRefunds) {
        return new TransactionReader(columns, format(), scale(), integerIds, rejectRefunds);
    }
}
