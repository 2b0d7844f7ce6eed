package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.support.SharedData;
import org.loyalty4j.support.SqlWorld;

/** The library against an independent computation in SQL, on two public data sets and on a made one. */
class SqlAgreementTest {
    private static final RefundPolicy[] POLICIES = {
        RefundPolicy.NET_PER_DAY, RefundPolicy.NET_AGAINST_PRIOR, RefundPolicy.DROP
    };

    @Test
    void agreesOnAMadeLog() throws SQLException {
        try (SqlWorld sql = SqlWorld.synthetic(20_000, 2_500, 20260101)) {
            TransactionLog log = sql.log();
            for (RefundPolicy policy : POLICIES) {
                sql.compare(log, policy, LocalDate.of(2025, 12, 31));
                sql.compare(log, policy, LocalDate.of(2025, 9, 30));
                sql.compareHoldout(log, policy, LocalDate.of(2025, 9, 30), LocalDate.of(2025, 12, 20));
            }
        }
    }

    @Test
    void agreesOnTheCdnowMaster() throws SQLException {
        Path file = SharedData.require("cdnow/CDNOW_master.txt");
        try (SqlWorld sql = SqlWorld.cdnow(file, "1", 2)) {
            TransactionLog log = sql.log();
            LocalDate end = LocalDate.of(1998, 6, 30);
            PurchaseSummaries summaries = sql.compare(log, RefundPolicy.NET_PER_DAY, end);
            DataReport report = summaries.dataReport();
            assertThat(report.rowsRead()).isEqualTo(69_659);
            assertThat(report.customers()).isEqualTo(23_570);
            assertThat(report.zeroAmounts()).isEqualTo(80);
            assertThat(summaries.stream().map(s -> s.totalSpend()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(sql.number("SELECT sum(minor)::DECIMAL(18, 2) / 100 FROM tx")
                            .setScale(2, RoundingMode.UNNECESSARY));
            sql.compare(log, RefundPolicy.NET_PER_DAY, LocalDate.of(1997, 9, 30));
        }
    }

    @Test
    void agreesOnTheCdnowSample() throws SQLException {
        Path file = SharedData.require("cdnow/CDNOW_sample.txt");
        try (SqlWorld sql = SqlWorld.cdnow(file, "2", 3)) {
            PurchaseSummaries summaries = sql.compare(sql.log(), RefundPolicy.NET_PER_DAY, LocalDate.of(1998, 6, 30));
            assertThat(summaries).hasSize(2_357);
        }
    }

    @Test
    void agreesOnOnlineRetail() throws SQLException {
        Path file = SharedData.require("online_retail/online_retail.csv.gz");
        String lines =
                "(SELECT regexp_replace(trim(CustomerID), '[.]0$', '') AS id, InvoiceDate::TIMESTAMP::DATE AS day,"
                        + " Quantity::BIGINT AS quantity, UnitPrice::DECIMAL(18, 3) AS price FROM read_csv('" + file
                        + "', header = true, all_varchar = true, compression = 'gzip', delim = ',', quote = '\"'))";
        try (SqlWorld sql = SqlWorld.of(
                3,
                "SELECT id, day, quantity * (price * 1000)::BIGINT FROM " + lines
                        + " WHERE id IS NOT NULL AND id <> ''")) {
            long read = sql.number("SELECT count(*) FROM " + lines).longValueExact();
            TransactionLog log = sql.log();
            LocalDate end = LocalDate.of(2011, 12, 9);
            assertThat(read).isEqualTo(541_909);
            for (RefundPolicy policy : POLICIES) {
                DataReport report = sql.compare(log, policy, end).dataReport();
                Map<String, Long> rejected = Map.of("customer_id is empty", read - log.transactionCount());
                assertThat(report.withRejected(rejected).rowsRead()).isEqualTo(read);
                sql.compareHoldout(log, policy, LocalDate.of(2011, 8, 31), end);
            }
            sql.compare(log, RefundPolicy.NET_AGAINST_PRIOR, LocalDate.of(2011, 6, 30));
        }
    }
}
