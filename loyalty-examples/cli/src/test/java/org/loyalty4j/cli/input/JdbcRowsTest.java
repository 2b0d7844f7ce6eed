package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcRowsTest {
    private static final String DUCKDB = "jdbc:duckdb:";
    private static final FileFormat DEFAULT = FileFormat.withDefaults();
    private final List<String> transactions = new ArrayList<>();
    private final StringWriter rejectedCsv = new StringWriter();

    private ReadSummary read(String query, FileFormat format) {
        try (RejectedRows rejected = new RejectedRows(rejectedCsv, false);
                RowSource rows = RowSources.query(DUCKDB, query, Progress.NONE)) {
            return new TransactionReader(Columns.of(Table.TRANSACTIONS), format, 2, true, false)
                    .read(
                            rows,
                            (id, day, minor) -> transactions.add(id + " " + LocalDate.ofEpochDay(day) + " " + minor),
                            rejected);
        }
    }

    private ReadSummary read(String id, String date, String amount, FileFormat format) {
        return read("SELECT " + id + " AS customer_id, " + date + " AS date, " + amount + " AS amount", format);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            17850                | DATE '2011-12-09'                  | 12.5::DOUBLE
            17850::BIGINT        | TIMESTAMP '2011-12-09 23:59:59'    | 12.50::DECIMAL(18,2)
            17850.0::DOUBLE      | TIMESTAMP_S '2011-12-09 00:00:00'  | 12.5::FLOAT
            '17850.0'            | '2011-12-09'                       | '12.500'
            17850::HUGEINT       | TIMESTAMP_NS '2011-12-09 00:00:00' | 125::DECIMAL(4,0) / 10
            """)
    void readsEveryTypeAsItsText(String id, String date, String amount) {
        assertThat(read(id, date, amount, DEFAULT).used()).isEqualTo(1);
        assertThat(transactions).containsExactly("17850 2011-12-09 1250");
    }

    @Test
    void readsIntegersAsAmounts() {
        read("1", "DATE '2011-12-09'", "12::BIGINT", DEFAULT);
        assertThat(transactions).containsExactly("1 2011-12-09 1200");
    }

    @Test
    void aTypedDateNeedsNoPattern() {
        read("1", "DATE '2011-12-09'", "0.1::DOUBLE", DEFAULT.withDatePattern("yyyyMMdd"));
        read("1", "'20111209'", "0.1::DOUBLE", DEFAULT.withDatePattern("yyyyMMdd"));
        assertThat(transactions).containsExactly("1 2011-12-09 10", "1 2011-12-09 10");
    }

    @Test
    void aPointInTimeNeedsAZone() {
        read("1", "TIMESTAMPTZ '2011-12-09 23:30:00+00'", "1", DEFAULT.withZone(ZoneId.of("Asia/Tokyo")));
        assertThat(transactions).containsExactly("1 2011-12-10 100");

        assertThatThrownBy(() -> read("1", "TIMESTAMPTZ '2011-12-09 23:30:00+00'", "1", DEFAULT))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("query:1: no row could be used; the first one: `")
                .hasMessageEndingWith("is a point in time, expected --zone to say in whose calendar it falls on a day");
    }

    @Test
    void countsNullsAndWhatIsNoNumber() {
        ReadSummary summary = read(
                "SELECT * FROM (VALUES (1, DATE '2011-12-09', 1.5::DOUBLE), (NULL, DATE '2011-12-09', 1),"
                        + " (3, NULL, 1), (4, DATE '2011-12-09', NULL), (5, DATE '2011-12-09', 'NaN'::DOUBLE),"
                        + " (6, DATE '2011-12-09', 1e300), (7, DATE '2011-12-09', 0.1::DOUBLE + 0.2::DOUBLE))"
                        + " AS t(customer_id, date, amount)",
                DEFAULT);

        assertThat(summary.rejected())
                .isEqualTo(Map.of(
                        RejectReason.MISSING_ID, 1L,
                        RejectReason.MISSING_DATE, 1L,
                        RejectReason.MISSING_AMOUNT, 1L,
                        RejectReason.BAD_AMOUNT, 1L,
                        RejectReason.AMOUNT_OVERFLOW, 1L,
                        RejectReason.TOO_MANY_DECIMALS, 1L));
        assertThat(rejectedCsv.toString())
                .contains("query,2,missing_id: the customer id is empty,\",2011-12-09,1.0\"\n");
    }

    @Test
    void tellsTheRowsRead() {
        long[] last = new long[1];
        Progress progress = new Progress() {
            @Override
            public void bytes(long read, long total) {}

            @Override
            public void rows(long read) {
                last[0] = read;
            }
        };
        try (RowSource rows = RowSources.query(DUCKDB, "SELECT * FROM range(25000)", progress)) {
            while (rows.next()) {
                assertThat(rows.row().fieldCount()).isEqualTo(1);
            }
        }
        assertThat(last[0]).isEqualTo(25_000);
    }

    @Test
    void saysWhichColumnsThereAre() {
        assertThatThrownBy(() -> read("SELECT 1 AS customer_id, 2 AS day, 3 AS amount", DEFAULT))
                .hasMessage("query:1: there is no column `date`, found `customer_id, day, amount`; expected it, or"
                        + " --columns date=<name or position>");
    }

    @Test
    void badSqlIsOneLine() {
        assertThatThrownBy(() -> read("SELEC 1", DEFAULT))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("query: the database does not take the query: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aQueryThatFailsHalfWayIsOneLine() {
        assertThatThrownBy(() -> read(
                        "SELECT 1 AS customer_id, DATE '2011-12-09' AS date, CASE WHEN i < 20000 THEN 1 ELSE error('bad') END"
                                + " AS amount FROM range(30000) t(i)",
                        DEFAULT))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("query:")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void badUrlsAreOneLine() {
        assertThatThrownBy(() -> RowSources.query("jdbc:nothing:x", "SELECT 1", Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessage("query: no driver takes the URL, expected --jdbc jdbc:duckdb:... or"
                        + " jdbc:postgresql://host/database");
        assertThatThrownBy(() -> RowSources.query(
                        "jdbc:postgresql://localhost:1/none?password=secret", "SELECT 1", Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("query: the database cannot be reached: ")
                .message()
                .doesNotContain("secret", "\n");
    }
}
