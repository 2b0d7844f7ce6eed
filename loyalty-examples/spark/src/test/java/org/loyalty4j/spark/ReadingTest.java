package org.loyalty4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.loyalty4j.profile.LoyaltyAnalysis;

class ReadingTest {
    private static Map<String, Long> rejected(Dataset<Row> entries) {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : entries.groupBy(Entries.REJECTED).count().collectAsList()) {
            counts.put(String.valueOf(row.getString(0)), row.getLong(1));
        }
        return counts;
    }

    @Test
    void rowsThatCannotBeUsedAreCountedByReason() throws Exception {
        var session = TestSession.on(2);
        var folder = TestSession.folder("reading");
        Files.write(
                folder.resolve("a.csv"),
                List.of(
                        "customer_id,date,amount",
                        "C1,2026-01-02,19.90",
                        " C1 ,2026-01-02T23:59:59.123, 5 ",
                        "\"C,2\",2026-01-02 08:30,-1.00",
                        "C1,2026-01-02,1.2e1",
                        "C1,2026-01-02,0.010",
                        "",
                        ",2026-01-02,1",
                        "C1,,1",
                        "C1,02.01.2026,1",
                        "C1,2026-02-30,1",
                        "C1,0000-01-01,1",
                        "C1,2026-01-02T23:00:00Z,1",
                        "C1,2026-01-02,",
                        "C1,2026-01-02,\"1,00\"",
                        "C1,2026-01-02,NaN",
                        "C1,2026-01-02,1.005",
                        "C1,2026-01-02,92233720368547758.08",
                        "C1,2026-01-02,1e999999999",
                        "C1,2026-01-02",
                        "C1,2026-01-02,1,2"));
        Dataset<Row> table = Tables.open(session, folder.toString(), InputFormat.CSV);
        Dataset<Row> entries = SparkAnalysis.of(LoyaltyAnalysis.withDefaults(), MadeUpBase.AS_OF)
                .transactions(table);
        assertThat(rejected(entries))
                .isEqualTo(Map.ofEntries(
                        Map.entry("null", 5L),
                        Map.entry("TRANSACTIONS:MISSING_ID", 1L),
                        Map.entry("TRANSACTIONS:MISSING_DATE", 1L),
                        Map.entry("TRANSACTIONS:BAD_DATE", 3L),
                        Map.entry("TRANSACTIONS:DATE_NEEDS_ZONE", 1L),
                        Map.entry("TRANSACTIONS:MISSING_AMOUNT", 1L),
                        Map.entry("TRANSACTIONS:BAD_AMOUNT", 2L),
                        Map.entry("TRANSACTIONS:TOO_MANY_DECIMALS", 1L),
                        Map.entry("TRANSACTIONS:AMOUNT_OVERFLOW", 2L),
                        Map.entry("TRANSACTIONS:WRONG_FIELD_COUNT", 2L)));
        assertThat(entries.filter("rejected is null").orderBy(Entries.VALUE).collectAsList())
                .hasToString("[[C,2,null,0,20455,-100], [C1,null,0,20455,1], [C1,null,0,20455,500],"
                        + " [C1,null,0,20455,1200], [C1,null,0,20455,1990]]");
    }
}
