package org.loyalty4j.cli.input;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Scale;
import org.loyalty4j.data.Customer;

/**
 * Reads records whose fields were parted elsewhere, such as the columns of a table, as those of a file: trimmed alike, and refused
 * for the same reasons. Dates are ISO text, ids are any text. One object reads record after record, for one thread.
 */
public final class RecordReader {
    /** What {@link #value()} is for a customer who has not left; later than any day. */
    public static final int NOT_LEFT = Integer.MAX_VALUE;

    private static final int FIELDS = 3;

    private final Row row = new Row("record");
    private final Rejection why = new Rejection();
    private final RecordParser parser;

    private RecordReader(RecordParser parser) {
        this.parser = parser;
    }

    /**
     * Reads transactions: id, date, amount.
     *
     * @param format says in whose calendar points in time fall on a day
     * @param scale the decimals of the currency, in [0, 9]
     * @param rejectRefunds true if a negative amount makes a record unusable
     * @return the reader
     * @throws IllegalArgumentException if the scale is out of range
     */
    public static RecordReader ofTransactions(FileFormat format, int scale, boolean rejectRefunds) {
        return new RecordReader(new TransactionParser(
                Positions.usual(Table.TRANSACTIONS),
                IdParser.withoutMemory(),
                DateParser.of(format),
                new AmountParser(requireScale(scale)),
                rejectRefunds));
    }

    /**
     * Reads answers: id, date, score.
     *
     * @param format says in whose calendar points in time fall on a day
     * @param scale the answers that are possible
     * @return the reader
     */
    public static RecordReader ofAnswers(FileFormat format, Scale scale) {
        return new RecordReader(new AnswerParser(
                Positions.usual(Table.SURVEYS), IdParser.withoutMemory(), DateParser.of(format), scale));
    }

    /**
     * Reads customers: id, the day of joining, that of leaving or nothing.
     *
     * @param format says in whose calendar points in time fall on a day
     * @return the reader
     */
    public static RecordReader ofCustomers(FileFormat format) {
        return new RecordReader(new CustomerParser(
                Positions.usual(Table.CUSTOMERS),
                IdParser.withoutMemory(),
                DateParser.of(format),
                DateParser.of(format)));
    }

    /**
     * Checks the decimals of a currency.
     *
     * @param scale the decimals
     * @return the same
     * @throws IllegalArgumentException if they are not in [0, 9]
     */
    public static int requireScale(int scale) {
        if (scale < 0 || scale > AmountParser.MAX_SCALE) {
            throw new IllegalArgumentException("scale must be in [0, 9], but was " + scale);
        }
        return scale;
    }

    /**
     * A customer from the numbers of a record.
     *
     * @param customerId the id
     * @param joinedOn the epoch day of joining
     * @param leftOn that of leaving, or {@link #NOT_LEFT}
     * @return the customer
     */
    public static Customer customer(String customerId, int joinedOn, long leftOn) {
        return new Customer(
                customerId, LocalDate.ofEpochDay(joinedOn), leftOn == NOT_LEFT ? null : LocalDate.ofEpochDay(leftOn));
    }

    /**
     * Reads a record.
     *
     * @param fields its three fields in their order; null is empty
     * @return why it cannot be used; empty if it can
     * @throws IllegalArgumentException if there are fewer or more
     */
    public Optional<RejectReason> read(@Nullable String... fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("fields must be " + FIELDS + ", but were " + fields.length);
        }
        row.begin(0);
        for (String field : fields) {
            row.add(field == null ? "" : field);
        }
        return parser.parse(row, why) ? Optional.empty() : Optional.of(why.reason());
    }

    /**
     * The customer of the record that was last read.
     *
     * @return the id, trimmed
     */
    public String customerId() {
        return parser.customerId();
    }

    /**
     * The day of the transaction, of the answer, or of joining.
     *
     * @return the epoch day, of the years 1 to 9999
     */
    public int epochDay() {
        return parser.epochDay();
    }

    /**
     * The amount in minor units, the score, or the epoch day of leaving.
     *
     * @return the number; {@link #NOT_LEFT} for a customer who has not left
     */
    public long value() {
        return parser.value();
    }
}
