package org.loyalty4j.spark;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What became of the rows of both tables: each was used or rejected.
 *
 * @param used the rows used, by table
 * @param rejected the rows rejected, by table and reason
 * @param firstDate the day of the earliest transaction
 */
record Books(Map<Source, Long> used, Map<Source, Map<String, Long>> rejected, LocalDate firstDate) {

    /** Adds up what the aggregator has brought together; only sums by reason come back. */
    static Books of(Dataset<Row> customers) {
        Map<Source, Long> used = new EnumMap<>(Source.class);
        Map<Source, Map<String, Long>> rejected = new EnumMap<>(Source.class);
        Integer firstDay = null;
        for (Row row : customers
                .groupBy(Entries.REJECTED)
                .agg(
                        functions.sum("rows"),
                        functions.sum(functions.size(functions.col("answers"))),
                        functions.min("firstDay"))
                .collectAsList()) {
            long rows = row.getLong(1);
            if (row.isNullAt(0)) {
                long answers = row.getLong(2) / 2;
                used.put(Source.TRANSACTIONS, rows - answers);
                used.put(Source.SURVEYS, answers);
                firstDay = row.isNullAt(3) ? null : row.getInt(3);
            } else {
                String[] sourceAndReason = row.getString(0).split(":", 2);
                rejected.computeIfAbsent(Source.ofKey(sourceAndReason[0]), source -> new TreeMap<>())
                        .put(sourceAndReason[1], rows);
            }
        }
        if (firstDay == null) {
            Map<String, Long> reasons = rejected.getOrDefault(Source.TRANSACTIONS, Map.of());
            throw new IllegalArgumentException(
                    reasons.isEmpty()
                            ? "the transactions have no rows"
                            : "no row of the transactions could be used: " + reasons);
        }
        return new Books(used, rejected, LocalDate.ofEpochDay(firstDay));
    }

    /** The rows of a table that were used. */
    long used(Source source) {
        return used.getOrDefault(source, 0L);
    }

    /** The rows of a table that were rejected, by reason. */
    Map<String, Long> rejected(Source source) {
        return rejected.getOrDefault(source, Map.of());
    }
}
