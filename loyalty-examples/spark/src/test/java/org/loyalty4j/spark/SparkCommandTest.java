package org.loyalty4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loyalty4j.cli.analyze.AnalysisOptions;
import org.loyalty4j.profile.LoyaltyAnalysis;

class SparkCommandTest {
    private final Path folder = TestSession.folder("command");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void openSession() {
        TestSession.on(2); // which the command takes over
    }

    private int run(String... args) {
        return SparkCommand.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private String file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, List.of(lines));
        return file.toString();
    }

    @Test
    void writesTablesAndSummary() throws IOException {
        String transactions = file(
                "t.csv",
                "who,day,paid",
                "A,2026-01-01,10.00",
                "A,2026-02-01,5.50",
                "B,2026-03-01,-1",
                "C,2026-07-01,4",
                ",2026-01-01,1",
                "A,2026-01-01,1.001");
        String surveys = file("s.csv", "customer_id,date,score", "A,2026-02-02,10", "B,2026-02-02,11");
        Path results = folder.resolve("results");
        String[] args = {
            "--transactions",
            transactions,
            "--columns",
            "id=who,date=day,amount=paid",
            "--surveys",
            surveys,
            "--as-of",
            "2026-06-30",
            "--model",
            "none",
            "--out",
            results.toString()
        };
        assertThat(run(args)).as(err.toString()).isZero();
        assertThat(out.toString())
                .startsWith("rows read 6 = purchase occasions 2 + merged 0 + cancelled 0 + refunds netted 1");
        JsonNode summary =
                new ObjectMapper().readTree(results.resolve("summary.json").toFile());
        assertThat(summary.at("/data_report/rejected_by_reason").toString())
                .isEqualTo("{\"missing_id\":1,\"too_many_decimals\":1}");
        assertThat(summary.at("/data_report/later_customers").asInt()).isEqualTo(1);
        assertThat(summary.at("/totals/revenue").asText()).isEqualTo("14.5");
        assertThat(summary.at("/inputs/1/rows_rejected").toString()).isEqualTo("{\"score_off_scale\":1}");
        assertThat(TestSession.on(2)
                        .read()
                        .parquet(results.resolve("customers").toString())
                        .selectExpr("customer_id", "historic_value", "attitude", "rfm_segment = 'no_purchase'")
                        .orderBy("customer_id")
                        .collectAsList())
                .hasToString("[[A,15.50,100.0,false], [B,-1.00,null,true]]");

        assertThat(run(args)).isEqualTo(65);
        assertThat(err.toString()).contains("is there already, expected --overwrite");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        String transactions = file("t.csv", "customer_id,date,amount", "A,soon,10.00");
        String results = folder.resolve("none").toString();
        assertThat(run("--transactions", transactions, "--as-of", "2026-06-30", "--out", results))
                .isEqualTo(65);
        assertThat(err.toString()).contains("no row of the transactions could be used: {bad_date=1}");
        assertThat(run(
                        "--transactions",
                        transactions,
                        "--columns",
                        "amount=paid",
                        "--as-of",
                        "2026-06-30",
                        "--out",
                        results))
                .isEqualTo(65);
        assertThat(err.toString())
                .contains("transactions have no column paid, expected one of customer_id, date, amount");
        assertThat(run(
                        "--transactions",
                        folder.resolve("no.csv").toString(),
                        "--as-of",
                        "2026-06-30",
                        "--out",
                        results))
                .isEqualTo(65);
        assertThat(err.toString()).contains("no.csv");
        assertThat(run("--transactions", transactions, "--as-of", "2026-06-30", "--scale", "-1", "--out", results))
                .isEqualTo(2);
        assertThat(err.toString()).contains("scale must be in [0, 9], but was -1");
        assertThat(run("--transactions", transactions, "--out", results)).isEqualTo(2);
        assertThat(Path.of(results)).doesNotExist();
    }

    private static Exception thrownInATask(RuntimeException fault) {
        MapPartitionsFunction<Long, Long> failing = rows -> {
            throw fault;
        };
        Dataset<Long> rows = TestSession.on(2).range(2).as(Encoders.LONG()).mapPartitions(failing, Encoders.LONG());
        return catchException(rows::collectAsList);
    }

    @Test
    void whatATaskSaysOfTheDataIsOneLine() {
        Exception ofData = thrownInATask(new IllegalArgumentException("two rows,\n  one too many"));
        assertThat(ofData).isInstanceOf(SparkException.class);
        assertThat(SparkCommand.failed(ofData, new PrintWriter(err, true))).isEqualTo(65);
        assertThat(err.toString().strip()).isEqualTo("loyalty-spark: two rows, one too many");
        Exception other = thrownInATask(new IllegalStateException("broken"));
        assertThat(SparkCommand.failed(other, new PrintWriter(err, true))).isEqualTo(70);
        assertThat(err.toString()).contains("broken").contains("\tat org.apache.spark.");
    }

    @Test
    void theSummaryIsThereOnlyWhenAllIs() throws IOException {
        SparkSession session = TestSession.on(2);
        file("summary.json", "{}");
        SparkReport report = SparkAnalysis.of(LoyaltyAnalysis.withDefaults(), MadeUpBase.AS_OF)
                .run(session.sql("select 'a' customer_id, date'2026-01-01' date, 1 amount"));
        report.close(); // so that its customers cannot be written
        Results results = new Results(session, folder.toString(), true);
        assertThat(catchException(() -> results.write(report, new AnalysisOptions())))
                .isNotNull();
        assertThat(folder.resolve("summary.json")).doesNotExist();
    }
}
