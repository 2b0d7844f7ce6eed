package org.loyalty4j.cli.input;

import java.util.Objects;

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
        if (scale < 0 || scale > AmountParser.MAX_SCALE) {
            throw new IllegalArgumentException("scale must be in [0, 9], but was " + scale);
        }
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
        int id = at.of(Role.ID);
        int date = at.of(Role.DATE);
        int amount = at.of(Role.AMOUNT);
        int quantity = at.of(Role.QUANTITY);
        IdParser ids = new IdParser(integerIds);
        DateParser dates = DateParser.of(format, source, date);
        AmountParser amounts = new AmountParser(scale);
        ReadSummary summary = RowLoop.run(source, at, rejected, (row, why) -> {
            String customerId = ids.parse(row, id, why);
            if (customerId == null
                    || !dates.parse(row.chars(), row.start(date), row.end(date), why)
                    || !(quantity == Positions.ABSENT
                            ? amounts.parse(row, amount, why)
                            : amounts.parseProduct(row, amount, quantity, why))) {
                return false;
            }
            if (rejectRefunds && amounts.minorUnits() < 0) {
                return why.because(RejectReason.REFUND, "a negative amount, expected none under --refunds reject");
            }
            sink.accept(customerId, dates.epochDay(), amounts.minorUnits());
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

    private void requireHeader(RowSource source) {
        if (format.header() && source.header().isEmpty()) {
            throw InputException.in(source.name(), "is empty, expected a header and transactions");
        }
    }
}
