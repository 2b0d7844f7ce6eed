package org.loyalty4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.loyalty4j.profile.LoyaltyAnalysis;

/** Columns with types, as Parquet has them. */
class TypedColumnsTest {
    private final SparkSession session = TestSession.on(2);

    private String read(@Nullable ZoneId zone, String id, String date, String amount) {
        Dataset<Row> table =
                session.range(1).selectExpr(id + " as customer_id", date + " as date", amount + " as amount");
        SparkAnalysis analysis = SparkAnalysis.of(LoyaltyAnalysis.withDefaults(), MadeUpBase.AS_OF);
        return (zone == null ? analysis : analysis.withZone(zone))
                .transactions(table)
                .collectAsList()
                .get(0)
                .toString();
    }

    @Test
    void readsTheTypesThatMakeSense() {
        String day = "date'2026-01-02'";
        assertThat(read(null, "17", day, "1.5")).isEqualTo("[17,null,0,20455,150]");
        assertThat(read(null, "cast(17 as decimal(20, 0))", day, "3")).isEqualTo("[17,null,0,20455,300]");
        assertThat(read(null, "'x'", day, "cast(19.9 as float)")).isEqualTo("[x,null,0,20455,1990]");
        assertThat(read(null, "'x'", day, "cast(19.9 as double)")).isEqualTo("[x,null,0,20455,1990]");
        assertThat(read(null, "'x'", day, "cast('NaN' as double)")).contains("BAD_AMOUNT");
        assertThat(read(null, "'x'", day, "cast(0.125 as double)")).contains("TOO_MANY_DECIMALS");
        assertThat(read(null, "'x'", day, "9223372036854775807")).contains("AMOUNT_OVERFLOW");
        assertThat(read(null, "'x'", day, "cast(null as decimal(5, 2))")).contains("MISSING_AMOUNT");
        assertThat(read(null, "cast(null as string)", day, "1")).contains("MISSING_ID");
        assertThat(read(null, "' '", day, "1")).contains("MISSING_ID");
        assertThat(read(null, "'x'", "cast(null as date)", "1")).contains("MISSING_DATE");
        assertThat(read(null, "'x'", "timestamp_ntz'2026-01-02 23:59:59'", "1")).isEqualTo("[x,null,0,20455,100]");
        String instant = "timestamp'2026-01-02 23:59:59Z'";
        assertThat(read(null, "'x'", instant, "1")).contains("DATE_NEEDS_ZONE");
        assertThat(read(ZoneId.of("Asia/Tokyo"), "'x'", instant, "1")).isEqualTo("[x,null,0,20456,100]");
        assertThat(read(ZoneId.of("UTC"), "'x'", "'2026-01-02T23:59:59-05:00'", "1"))
                .isEqualTo("[x,null,0,20456,100]");
    }

    @Test
    void refusesOtherTypes() {
        assertThatThrownBy(() -> read(null, "array(1)", "date'2026-01-02'", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the column customer_id of transactions must be text or a whole number, but is array<int>");
        assertThatThrownBy(() -> read(null, "1.5", "date'2026-01-02'", "1"))
                .hasMessageContaining("but is decimal(2,1)");
        assertThatThrownBy(() -> read(null, "1", "20260102", "1"))
                .hasMessage("the column date of transactions must be a date, a timestamp or text, but is int");
        assertThatThrownBy(() -> read(null, "1", "date'2026-01-02'", "true"))
                .hasMessage("the column amount of transactions must be a number or text, but is boolean");
    }
}
