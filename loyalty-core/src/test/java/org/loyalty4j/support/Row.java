package org.loyalty4j.support;

import java.time.LocalDate;
import java.util.List;
import org.loyalty4j.data.TransactionLog;

/** A transaction as the tests write it: days and minor units as whole numbers. */
public record Row(String id, int day, long amount) {

    /** Day 0 of the tests. */
    public static final LocalDate ORIGIN = LocalDate.of(2024, 1, 1);

    /** The date of a day. */
    public static LocalDate date(int day) {
        return ORIGIN.plusDays(day);
    }

    /** The day as {@link LocalDate#toEpochDay} counts. */
    public int epochDay() {
        return (int) date(day).toEpochDay();
    }

    /** The rows as a log. */
    public static TransactionLog log(List<Row> rows, int scale) {
        TransactionLog.Builder builder = TransactionLog.builder(scale);
        rows.forEach(row -> builder.add(row.id, row.epochDay(), row.amount));
        return builder.build();
    }

    /** The rows as a log at scale 2. */
    public static TransactionLog log(List<Row> rows) {
        return log(rows, 2);
    }

    /** The rows as a log at scale 2. */
    public static TransactionLog log(Row... rows) {
        return log(List.of(rows), 2);
    }
}
