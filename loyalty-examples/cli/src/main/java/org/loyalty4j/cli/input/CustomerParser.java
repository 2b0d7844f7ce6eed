package org.loyalty4j.cli.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.Customer;

/** Reads the customer of one row; the same object is used row by row, by one thread. */
final class CustomerParser implements RecordParser {
    private final int id;
    private final int joined;
    private final int left;
    private final IdParser ids;
    private final DateParser joinDates;
    private final @Nullable DateParser leaveDates;
    private String customerId = "";
    private long leftOn = RecordReader.NOT_LEFT;

    CustomerParser(Positions at, IdParser ids, DateParser joinDates, @Nullable DateParser leaveDates) {
        this.id = at.of(Role.ID);
        this.joined = at.of(Role.JOINED);
        this.left = at.of(Role.LEFT);
        this.ids = ids;
        this.joinDates = joinDates;
        this.leaveDates = leaveDates;
    }

    @Override
    public boolean parse(Row row, Rejection why) {
        String parsed = ids.parse(row, id, why);
        if (parsed == null || !joinDates.parse(row.chars(), row.start(joined), row.end(joined), why)) {
            return false;
        }
        leftOn = RecordReader.NOT_LEFT;
        if (leaveDates != null && row.start(left) < row.end(left)) {
            if (!leaveDates.parse(row.chars(), row.start(left), row.end(left), why)) {
                return false;
            }
            leftOn = leaveDates.epochDay();
            if (leftOn < epochDay()) {
                return why.because(
                        RejectReason.LEFT_BEFORE_JOINED,
                        "the customer left on " + LocalDate.ofEpochDay(leftOn) + ", before joining on "
                                + LocalDate.ofEpochDay(epochDay()));
            }
        }
        customerId = parsed;
        return true;
    }

    /** The record of the row that was last read. */
    Customer customer() {
        return RecordReader.customer(customerId, epochDay(), leftOn);
    }

    @Override
    public String customerId() {
        return customerId;
    }

    @Override
    public int epochDay() {
        return joinDates.epochDay();
    }

    @Override
    public long value() {
        return leftOn;
    }
}
