package org.loyalty4j.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.cli.ExitCode;
import org.loyalty4j.support.SharedData;
import tools.jackson.databind.JsonNode;

/**
 * The command on published data, its customers' table against SQL: CDNOW (Fader and Hardie) and Online Retail (UCI). The
 * data are no part of the project; without them these tests are skipped.
 */
class PublishedDataTest {
    private static final String[] CDNOW = {
        "--delimiter", "whitespace", "--date-pattern", "yyyyMMdd", "--as-of", "1998-06-30"
    };

    @TempDir
    Path folder;

    private Cli run(String[] common, String... more) {
        List<String> options = new ArrayList<>(List.of(common));
        options.addAll(List.of(more));
        Cli run = Cli.analyze(folder.resolve("out"), options.toArray(new String[0]));
        assertThat(run.err().lines().filter(line -> !line.contains("rows rejected")))
                .isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        return run;
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(i == 1 ? "" : ",").append(rows.getString(i));
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }

    /** The table as {@code id,last_purchase,frequency,historic_value}, as the SQL below gives it. */
    private static List<String> buyers(Cli run) {
        return run.customers().values().stream()
                .filter(row -> !"0".equals(row.get("frequency")))
                .map(PublishedDataTest::line)
                .toList();
    }

    private static String line(Map<String, String> row) {
        return row.get("customer_id") + "," + row.get("last_purchase") + "," + row.get("frequency") + ","
                + row.get("historic_value");
    }

    private static String cdnow(Path file, int id, int date, int amount) {
        return "WITH rows AS (SELECT regexp_split_to_array(trim(line), '\\s+') f FROM read_csv('" + file
                + "', columns = {'line': 'VARCHAR'}, delim = '|', header = false, auto_detect = false)),"
                + " typed AS (SELECT f[" + id + "] id, strptime(f[" + date + "], '%Y%m%d')::DATE d, f[" + amount
                + "]::DECIMAL(18, 2) a FROM rows WHERE f[" + id + "] <> 'customer_id'),"
                + " days AS (SELECT id, d, sum(a) a FROM typed GROUP BY ALL HAVING sum(a) > 0)"
                + " SELECT id, max(d), count(*), sum(a)::DECIMAL(18, 2) FROM days GROUP BY id ORDER BY id";
    }

    @Test
    void cdnowMaster() throws SQLException {
        Path file = SharedData.require("cdnow/CDNOW_master.txt");
        Cli run = run(
                CDNOW, "--transactions", file.toString(), "--columns", "id=customer_id,date=date,amount=dollar_value");
        JsonNode data = run.summary().get("data_report");
        assertThat(data.get("rows_read").asLong()).isEqualTo(69_659);
        assertThat(data.get("customers").asLong()).isEqualTo(23_570);
        assertThat(data.get("zero_amounts").asLong()).isEqualTo(80);
        assertThat(data.get("rejected").asLong()).isZero();
        // awk '{ cents += int($4 * 100 + 0.5) } END { print cents / 100 }' CDNOW_master.txt
        assertThat(run.summary().get("totals").get("revenue").decimalValue()).isEqualByComparingTo("2500315.63");
        assertThat(run.customers()).hasSize(23_570);
        JsonNode forecast = run.summary().get("forecast");
        assertThat(forecast.get("fit").get("status").asString()).isEqualTo("converged");
        assertThat(forecast.get("fit").get("customers").asLong()).isEqualTo(23_502);
        // Nobody in these data was born in the holdout: all bought first in the first quarter of 1997.
        assertThat(forecast.get("backtest")
                        .get("born_in_holdout")
                        .get("customers")
                        .asLong())
                .isZero();
        assertThat(forecast.get("backtest").get("forecasts").get(0).get("bias").asDouble())
                .isBetween(-0.1, 0.1);
        assertThat(buyers(run)).isEqualTo(query(cdnow(file, 1, 2, 4)));
    }

    @Test
    void cdnowSample() throws SQLException {
        Path file = SharedData.require("cdnow/CDNOW_sample.txt");
        Cli run = run(CDNOW, "--transactions", file.toString(), "--no-header", "--columns", "id=2,date=3,amount=5");
        assertThat(run.summary().get("data_report").get("rows_read").asLong()).isEqualTo(6_919);
        assertThat(run.customers()).hasSize(2_357);
        assertThat(buyers(run)).isEqualTo(query(cdnow(file, 2, 3, 5)));
    }

    /** Whoever buys here buys regularly; of the two models of that, the first has the AIC that is lower by 36. */
    @Test
    void onlineRetailForecast() {
        Cli run = run(new String[] {
            "--transactions",
            SharedData.require("online_retail/online_retail.csv.gz").toString(),
            "--columns",
            "id=CustomerID,date=InvoiceDate,amount=UnitPrice,quantity=Quantity",
            "--integer-ids",
            "--scale",
            "3",
            "--as-of",
            "2011-12-09",
            "--horizon",
            "1y",
            "--discount-rate",
            "0.1"
        });
        JsonNode forecast = run.summary().get("forecast");
        assertThat(forecast.get("model").asString()).isEqualTo("bgcnbd-2");
        assertThat(forecast.get("fit").get("status").asString()).isEqualTo("converged");
        assertThat(forecast.get("value").get("residual_value").asDouble()).isPositive();
        assertThat(run.customers().values())
                .filteredOn(row -> !"0".equals(row.get("frequency")))
                .hasSize(4_334)
                .noneMatch(row -> "".equals(row.get("residual_value_high")));
    }

    @ParameterizedTest
    @CsvSource({"net-per-day, true", "drop, a > 0", "reject, a >= 0"})
    void onlineRetail(String policy, String kept) throws SQLException {
        Path file = SharedData.require("online_retail/online_retail.csv.gz");
        String[] options = {
            "--transactions",
            file.toString(),
            "--columns",
            "id=CustomerID,date=InvoiceDate,amount=UnitPrice,quantity=Quantity",
            "--integer-ids",
            "--scale",
            "3",
            "--as-of",
            "2011-12-09",
            "--model",
            "none"
        };
        Cli run = run(options, "--refunds", policy);
        JsonNode data = run.summary().get("data_report");
        assertThat(data.get("rows_read").asLong()).isEqualTo(541_909);
        assertThat(data.get("rejected_by_reason").get("missing_id").asLong()).isEqualTo(135_080);
        List<String> expected = query("WITH rows AS (SELECT CAST(CAST(CustomerID AS DOUBLE) AS BIGINT)::VARCHAR id,"
                + " CAST(InvoiceDate AS DATE) d, Quantity::INT * UnitPrice::DECIMAL(18, 3) a FROM read_csv('" + file
                + "', all_varchar = true, header = true) WHERE CustomerID IS NOT NULL),"
                + " days AS (SELECT id, d, sum(a) a FROM rows WHERE " + kept + " GROUP BY ALL)"
                + " SELECT id, max(d) FILTER (a > 0), count(*) FILTER (a > 0), sum(a)::DECIMAL(18, 3) FROM days"
                + " GROUP BY id HAVING count(*) FILTER (a > 0) > 0 ORDER BY id");
        assertThat(buyers(run)).isEqualTo(expected);
        assertThat(data.get("occasions").asLong())
                .isEqualTo(expected.stream()
                        .mapToLong(line -> Long.parseLong(line.split(",")[2]))
                        .sum());
    }
}
