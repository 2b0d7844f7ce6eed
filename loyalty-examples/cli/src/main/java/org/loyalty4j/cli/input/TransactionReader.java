package org.loyalty4j.cli.input;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import org.loyalty4j.data.TransactionLog;

/**
 * Reads transactions.
 *
 * @param columns which column plays which role
 * @param format how dates are written
 * @param scale the decimals of the currency, in [0, 9]
 * @param integerIds true if ids are whole numbers, so that {@code 17850.0} is the id {@code 17850}
 * @param rejectRefunds true if a negative amount makes a row unusable
 */
public record TransactionReader(
        Columns columns, FileFormat format, int scale, boolean integerIds, boolean rejectRefunds) {

    public TransactionReader {
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(format, "format");
        RecordReader.requireScale(scale);
    }

    /**
     * Reads all the rows of a source.
     *
     * @param source the source
     * @param sink takes the transactions, in the order of the rows
     * @param rejected takes the rows that cannot be used
     * @return what became of the rows
     * @throws InputException if there is no row, none can be used, or the source cannot be read
     */
    public ReadSummary read(RowSource source, TransactionSink sink, RejectedRows rejected) {
        requireHeader(source);
        Positions at = columns.bind(source);
        TransactionParser parser = parser(at, DateParser.of(format, source, at.of(Role.DATE)));
        ReadSummary summary = RowLoop.run(source, at, rejected, (row, why) -> {
            if (!parser.parse(row, why)) {
                return false;
            }
            sink.accept(parser.customerId(), parser.epochDay(), parser.value());
            return true;
        });
        if (summary.rows() == 0) {
            throw InputException.in(
                    source.name(),
                    (source.header().isPresent() ? "has a header but no rows" : "has no rows")
                            + ", expected transactions");
        }
        return summary;
    }

    /**
     * Reads all the rows of a file into a log, on several threads: the log, the counts, the rejected rows and the messages are
     * those of {@link #read(RowSource, TransactionSink, RejectedRows)} on any number of them.
     *
     * @param file the file, plain or packed by gzip
     * @param customers ids of customers who need not have a transaction
     * @param threads how many threads read, the calling one among them, in [1, 1024]
     * @param rejected takes the rows that cannot be used
     * @param progress is told of the bytes read
     * @return the transactions, and what became of the rows
     * @throws InputException if there is no row, none can be used, or the file cannot be read
     */
    public ReadTransactions read(
            Path file, Collection<String> customers, int threads, RejectedRows rejected, Progress progress) {
        return new ParallelLogReader(this, threads)
                .read(file, customers, rejected, progress)
                .orElseGet(() -> {
                    try (RowSource rows = RowSources.file(file, format, progress)) {
                        return read(rows, customers, rejected);
                    }
                });
    }

    /** Reads all the rows of a source into a log. */
    ReadTransactions read(RowSource source, Collection<String> customers, RejectedRows rejected) {
        TransactionLog.Builder log = TransactionLog.builder(scale);
        customers.forEach(log::addCustomer);
        ReadSummary summary = read(source, log::add, rejected);
        return new ReadTransactions(log.build(), summary);
    }

    /** What reads one row after the other; each thread needs its own. */
    TransactionParser parser(Positions at, DateParser dates) {
        return new TransactionParser(at, new IdParser(integerIds), dates, new AmountParser(scale), rejectRefunds);
    }

    void requireHeader(RowSource source) {
        if (format.header() && source.header().isEmpty()) {
            throw InputException.in(source.name(), "is empty, expected a header and transactions");
        }
    }
}
