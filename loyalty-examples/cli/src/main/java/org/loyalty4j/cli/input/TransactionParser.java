package org.loyalty4j.cli.input;

import org.jspecify.annotations.Nullable;

/** Reads the transaction of one row; the same object is used row by row, by one thread. */
final class TransactionParser implements RecordParser {
    private final int id;
    private final int date;
    private final int amount;
    private final int quantity;
    private final IdParser ids;
    private final DateParser dates;
    private final AmountParser amounts;
    private final boolean rejectRefunds;
    private String customerId = "";

    TransactionParser(Positions at, IdParser ids, DateParser dates, AmountParser amounts, boolean rejectRefunds) {
        this.id = at.of(Role.ID);
        this.date = at.of(Role.DATE);
        this.amount = at.of(Role.AMOUNT);
        this.quantity = at.of(Role.QUANTITY);
        this.ids = ids;
        this.dates = dates;
        this.amounts = amounts;
        this.rejectRefunds = rejectRefunds;
    }

    @Override
    public boolean parse(Row row, Rejection why) {
        @Nullable String parsed = ids.parse(row, id, why);
        if (parsed == null
                || !dates.parse(row.chars(), row.start(date), row.end(date), why)
                || !(quantity == Positions.ABSENT
                        ? amounts.parse(row, amount, why)
                        : amounts.parseProduct(row, amount, quantity, why))) {
            return false;
        }
        if (rejectRefunds && amounts.minorUnits() < 0) {
            return why.because(RejectReason.REFUND, "a negative amount, expected none under --refunds reject");
        }
        customerId = parsed;
        return true;
    }

    @Override
    public String customerId() {
        return customerId;
    }

    @Override
    public int epochDay() {
        return dates.epochDay();
    }

    @Override
    public long value() {
        return amounts.minorUnits();
    }

    IdParser ids() {
        return ids;
    }

    DateParser dates() {
        return dates;
    }

    AmountParser amounts() {
        return amounts;
    }

    boolean rejectsRefunds() {
        return rejectRefunds;
    }
}
