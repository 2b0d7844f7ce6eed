package org.loyalty4j.spark;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.input.RejectReason;

/**
 * What became of the rows of all tables: each was used or rejected.
 *
 * @param tables what became of the rows, by table, transactions first
 * @param firstDate the day of the earliest transaction
 */
record Books(List<ReadSummary> tables, LocalDate firstDate) {

    /** Adds up what the aggregator has brought together of the tables given; only sums by reason come back. */
    static Books of(Dataset<Row> customers, Set<Source> given) {
        Map<Source, Long> used = new EnumMap<>(Source.class);
        Map<Source, Map<RejectReason, Long>> rejected = new EnumMap<>(Source.class);
        Integer firstDay = null;
        Column answers = functions.size(functions.col("answers")).divide(2).cast("long");
        Column onList = functions.when(functions.col("listed").gt(0), 1).otherwise(0);
        for (Row row : customers
                .groupBy(Entries.REJECTED)
                .agg(
                        functions.sum("rows"),
                        functions.sum(answers),
                        functions.sum("listed"),
                        functions.sum(onList),
                        functions.min("firstDay"))
                .collectAsList()) {
            long rows = row.getLong(1);
            if (row.isNullAt(0)) {
                used.put(Source.TRANSACTIONS, rows - row.getLong(2) - row.getLong(3));
                used.put(Source.SURVEYS, row.getLong(2));
                used.put(Source.CUSTOMERS, row.getLong(4));
                long again = row.getLong(3) - row.getLong(4);
                if (again > 0) {
                    reasons(rejected, Source.CUSTOMERS).put(RejectReason.DUPLICATE_CUSTOMER, again);
                }
                firstDay = row.isNullAt(5) ? null : row.getInt(5);
            } else {
                String[] why = row.getString(0).split(":", 2);
                reasons(rejected, Source.valueOf(why[0])).put(RejectReason.valueOf(why[1]), rows);
            }
        }
        List<ReadSummary> tables = given.stream()
                .sorted()
                .map(source -> summary(source, used.getOrDefault(source, 0L), reasons(rejected, source)))
                .toList();
        if (firstDay == null) {
            throw new IllegalArgumentException("the transactions have no rows");
        }
        return new Books(tables, LocalDate.ofEpochDay(firstDay));
    }

    private static Map<RejectReason, Long> reasons(Map<Source, Map<RejectReason, Long>> rejected, Source source) {
        return rejected.computeIfAbsent(source, none -> new EnumMap<>(RejectReason.class));
    }

    private static ReadSummary summary(Source source, long used, Map<RejectReason, Long> rejected) {
        long lost = rejected.values().stream().mapToLong(Long::longValue).sum();
        ReadSummary summary = new ReadSummary(source.key(), used + lost, rejected);
        if (used == 0 && lost > 0) {
            throw new IllegalArgumentException(
                    "no row of the " + source.key() + " could be used: " + summary.rejectedByKey());
        }
        return summary;
    }

    ReadSummary transactions() {
        return tables.get(0);
    }
}
