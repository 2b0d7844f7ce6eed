package org.loyalty4j.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.cli.ExitCode;
import tools.jackson.databind.JsonNode;

class AnalyzeCommandTest {
    private static final String TRANSACTIONS = """
            customer_id,date,amount
            a,2026-01-05,10.00
            a,2026-01-05,2.50
            b,2026-02-01,20.00
            b,2026-03-01,20.00
            b,2026-03-05,-5.00
            c,2026-05-01,0.00
            d,2026-07-01,99.00
            ,2026-01-01,1.00
            e,yesterday,1.00
            e,2026-06-01,NaN
            e,2026-06-01,1e400
            e,2026-06-02,7.123
            """;

    @TempDir
    Path folder;

    private Path transactions = Path.of("");

    @BeforeEach
    void writeTransactions() throws IOException {
        transactions = Files.writeString(folder.resolve("transactions.csv"), TRANSACTIONS);
    }

    private Cli analyze(String... options) {
        return Cli.analyze(
                folder.resolve("out"),
                Stream.concat(
                                Stream.of("--transactions", transactions.toString(), "--as-of", "2026-06-30"),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void writesEveryCustomerAndAccountsForEveryRow() {
        Cli run = analyze("--model", "none");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.text("customers.csv")).isEqualTo("""
                customer_id,first_purchase,last_purchase,recency_days,frequency,monetary,r_score,f_score,m_score,rfm_segment,historic_value,attitude,behaviour,quadrant,p_alive,p_purchase_next,expected_purchases,residual_value,residual_value_low,residual_value_high,churn_probability,churn_state,value_at_risk,attitude_age_days,quadrant_confidence,next_action
                a,2026-01-05,2026-01-05,176,1,12.50,1,1,1,lost,12.50,,25,unknown_attitude,,,,,,,,lapsed,,,,ask_why_gone
                b,2026-02-01,2026-03-01,121,2,35.00,3,3,3,loyal_customers,35.00,,75,unknown_attitude,,,,,,,,lapsed,,,,thank_and_ask
                c,,,,0,0.00,,,,no_purchase,0.00,,0,unknown_attitude,,,,,,,,prospect,,,,ask_what_is_missing
                """);
        assertThat(run.text("rejected.csv").lines().map(line -> line.substring(line.indexOf(",") + 1)))
                .containsExactly(
                        "line,reason,row",
                        "9,missing_id: the customer id is empty,\",2026-01-01,1.00\"",
                        "10,bad_date: `yesterday` is not a date such as 2011-12-09 (or give --date-pattern),"
                                + "\"e,yesterday,1.00\"",
                        "11,bad_amount: the amount `NaN` is not a plain decimal number such as 1234.50,"
                                + "\"e,2026-06-01,NaN\"",
                        "12,\"amount_overflow: the amount `1e400` is too large to be counted in minor units, expected at"
                                + " most 92233720368547758.07\",\"e,2026-06-01,1e400\"",
                        "13,\"too_many_decimals: the amount `7.123` has more than 2 decimals, the scale of the currency"
                                + " (--scale)\",\"e,2026-06-02,7.123\"");
        assertThat(run.err())
                .isEqualTo("loyalty: " + transactions + ": 5 of 12 rows rejected: 1 missing_id, 1 bad_date,"
                        + " 1 bad_amount, 1 too_many_decimals, 1 amount_overflow" + System.lineSeparator());
        assertThat(run.out())
                .startsWith("rows read 12 = purchase occasions 3 + merged 1 + cancelled 0 + refunds netted 1 + refunds"
                        + " dropped 0 + zero amounts 1 + after the end 1 + rejected 5; customers 3 = buyers 2 +"
                        + " prospects 1; 1 came only after the end");
        JsonNode data = run.summary().get("data_report");
        assertThat(data.get("rows_read").asLong()).isEqualTo(12);
        assertThat(data.get("rejected_by_reason").get("bad_date").asLong()).isEqualTo(1);
        assertThat(run.text("summary.json")).contains("\"revenue\" : 47.50");
    }

    @Test
    void readsAttitudesAndCustomers() throws IOException {
        Path surveys = Files.writeString(
                folder.resolve("surveys.csv"),
                "customer_id,date,score\na,2026-06-01,10\nb,2026-06-01,3\nb,2026-06-02,4\nx,2026-06-02,0\nb,2026-08-01,9\n"
                        + "a,2026-01-01,11\n");
        Path customers = Files.writeString(
                folder.resolve("customers.csv"),
                "customer_id,joined_on,left_on\na,2025-01-01,2026-06-01\np,2026-01-01,\n");
        Cli run = analyze("--surveys", surveys.toString(), "--customers", customers.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        Map<String, Map<String, String>> rows = run.customers();
        assertThat(rows.keySet()).containsExactly("a", "b", "c", "p");
        assertThat(rows.get("a")).containsEntry("attitude", "100").containsEntry("quadrant", "latent_loyalty");
        assertThat(rows.get("b")).containsEntry("attitude", "40").containsEntry("quadrant", "spurious_loyalty");
        assertThat(rows.get("p")).containsEntry("rfm_segment", "no_purchase");
        JsonNode survey = run.summary().get("survey");
        assertThat(survey.get("responses_read").asLong()).isEqualTo(5);
        assertThat(survey.get("responses_used").asLong()).isEqualTo(3);
        assertThat(survey.get("responses_superseded").asLong()).isEqualTo(1);
        assertThat(survey.get("responses_after_end").asLong()).isEqualTo(1);
        assertThat(survey.get("respondents_unknown").asLong()).isEqualTo(1);
        assertThat(survey.get("nps").get("detractors").asLong()).isEqualTo(2);
        JsonNode contract = run.summary().get("churn").get("contract");
        assertThat(contract.get("at_start").asLong()).isEqualTo(1);
        assertThat(contract.get("left").asLong()).isEqualTo(1);
        assertThat(run.text("rejected.csv")).contains("surveys.csv,7,score_off_scale: ");
    }

    @Test
    void leaveDatesCountFromTheDayTheyAreOnRecord() throws IOException {
        Path customers = Files.writeString(
                folder.resolve("customers.csv"),
                "customer_id,joined_on,left_on\na,2025-01-01,2025-06-01\nb,2025-01-01,\nc,2026-02-01,2026-06-01\n");
        Cli all = analyze("--customers", customers.toString());
        assertThat(lifetimes(all)).isEqualTo(3);
        Cli later = analyze("--customers", customers.toString(), "--records-from", "2026-01-01");
        assertThat(lifetimes(later)).isEqualTo(2);
    }

    private static long lifetimes(Cli run) {
        return run.summary().at("/churn/contract/survival/lifetimes").asLong();
    }

    @Test
    void speaksJapaneseAndKeepsTheNumbers() {
        String english = analyze().text("report.html");
        Cli japanese = analyze("--lang", "ja");
        assertThat(english).contains("<html lang=\"en\"", "Main findings");
        assertThat(japanese.text("report.html")).contains("<html lang=\"ja\"").doesNotContain("Main findings");
        assertThat(japanese.customers().get("b")).containsEntry("historic_value", "35.00");
    }

    @Test
    void readsYenInShiftJis() throws IOException {
        Path file = folder.resolve("sjis.csv");
        Files.writeString(file, "顧客番号,購入日,金額\n山田,2026/01/05,1200\n佐藤,2026/02/01,800\n", Charset.forName("Windows-31J"));
        String[] options = {
            "--transactions",
            file.toString(),
            "--columns",
            "id=顧客番号,date=購入日,amount=金額",
            "--date-pattern",
            "yyyy/MM/dd",
            "--currency",
            "JPY",
            "--as-of",
            "2026-06-30"
        };
        Cli run = Cli.analyze(
                folder.resolve("out"),
                Stream.concat(Stream.of(options), Stream.of("--charset", "Windows-31J"))
                        .toArray(String[]::new));
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.customers().get("山田")).containsEntry("historic_value", "1200");
        assertThat(run.summary().get("currency").asString()).isEqualTo("JPY");
        Cli asUtf8 = Cli.analyze(folder.resolve("out2"), options);
        assertThat(asUtf8.exit()).isEqualTo(ExitCode.DATA);
        assertThat(asUtf8.err()).startsWith("loyalty: " + file + ":1: ").contains("--charset");
    }

    @Test
    void appliesTheRefundPolicies() {
        assertThat(analyze("--refunds", "drop").customers().get("b")).containsEntry("historic_value", "40.00");
        assertThat(analyze("--refunds", "net-against-prior").customers().get("b"))
                .containsEntry("historic_value", "35.00");
        Cli rejected = analyze("--refunds", "reject");
        assertThat(rejected.customers().get("b")).containsEntry("historic_value", "40.00");
        assertThat(rejected.text("rejected.csv")).contains(",6,\"refund: a negative amount");
        assertThat(rejected.summary().get("data_report").get("rows_read").asLong())
                .isEqualTo(12);
    }

    @Test
    void takesTheOtherOptions() {
        Cli run = analyze(
                "--same-day",
                "each-row",
                "--zero-amounts",
                "occasion",
                "--bins",
                "3",
                "--binning",
                "rank-tiles",
                "--nested",
                "--monetary",
                "mean-per-occasion",
                "--weights",
                "2,1,1",
                "--behaviour-cut",
                "p75",
                "--attitude-cut",
                "70",
                "--max-answer-age",
                "90",
                "--confidence",
                "0.9",
                "--horizon",
                "24m",
                "--discount-rate",
                "0.1",
                "--margin",
                "0.5");
        assertThat(run.err()).doesNotContain("Invalid");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        // Two rows on the day make two occasions of 6.25 each.
        assertThat(run.customers().get("a")).containsEntry("frequency", "2").containsEntry("monetary", "6.25");
        assertThat(run.customers().get("c")).containsEntry("frequency", "1");
        JsonNode rfm = run.summary().get("rfm");
        assertThat(rfm.get("bins").asInt()).isEqualTo(3);
        assertThat(rfm.get("rule").asString()).isEqualTo("rank_tiles");
        assertThat(rfm.get("monetary_cuts")).hasSize(9);
        assertThat(run.summary().get("average_buyer_value").get("horizon_years").asDouble())
                .isEqualTo(2);
        assertThat(run.summary().get("confidence").asDouble()).isEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --bins 1 | --bins must be in [2, 10], but was 1
            --confidence 1 | --confidence must be in (0, 1), but was 1.0
            --discount-rate 0.1 | a value needs both --horizon and --discount-rate
            --horizon 1y --margin 0.3 | a value needs both --horizon and --discount-rate
            --model lifetimes | Invalid value for option '--model': expected one of auto, bgnbd, mbgnbd, paretonbd, nbd, bgcnbd-K, mbgcnbd-K and none, but was `lifetimes`
            --model mbgcnbd | Invalid value for option '--model': expected one of auto, bgnbd, mbgnbd, paretonbd, nbd, bgcnbd-K, mbgcnbd-K and none, but was `mbgcnbd`
            --horizon 1y --discount-rate 0.1 --margin 35 | margin must be in [0, 1], but was 35.0
            --horizon 5 --discount-rate 0.1 | Invalid value for option '--horizon': expected a length such as 90d, 26w, 12m or 3y, but was `5`
            --discount-rate ten --horizon 1y | Invalid value for option '--discount-rate': expected a number, but was `ten`
            --discount-rate 10 --horizon 1y | Invalid value for option '--discount-rate': expected a share in [0, 1] such as 0.10 for 10 % a year, but was `10`
            --discount-rate -0.1 --horizon 1y | Invalid value for option '--discount-rate': expected a share in [0, 1] such as 0.10 for 10 % a year, but was `-0.1`
            --horizon 1e308y | Invalid value for option '--horizon': expected a length in [0, 1e12], but was `1e308y`
            --weights 1,1 | Invalid value for option '--weights': expected three weights such as 1,1,2, but was `1,1`
            --weights 0,0,0 | Invalid value for option '--weights': the sum of the weights must be in (0, inf), but was 0.0
            --attitude-cut 101 | Invalid value for option '--attitude-cut': position must be in [0, 100], but was 101.0
            --compare-to 2026-06-30 | --compare-to must be before --as-of 2026-06-30, but was 2026-06-30
            --compare-to 2026-07-01 | --compare-to must be before --as-of 2026-06-30, but was 2026-07-01
            --behaviour loyalty | Invalid value for option '--behaviour': expected one of rfm, expected-purchases, spend, but was `loyalty`
            --behaviour expected-purchases --model none | --behaviour expected-purchases needs a forecast, but --model is none
            --answer-noise -1 | --answer-noise must be in [0, 10], but was -1.0
            --answer-noise NaN | --answer-noise must be in [0, 10], but was NaN
            --false-churn 0 | --false-churn must be in (0, 1), but was 0.0
            --false-churn 10 | --false-churn must be in (0, 1), but was 10.0
            --inactive-after 0 | --inactive-after must be in [1, inf), but was 0
            --records-from 2026-07-01 | --records-from must not be after --as-of 2026-06-30, but was 2026-07-01
            --compare-to 2026-01-31 --records-from 2026-02-01 | --records-from must not be after --compare-to 2026-01-31, but was 2026-02-01
            --cohorts year | Invalid value for option '--cohorts': expected one of month, quarter, week, but was `year`
            --threads 0 | --threads must be in [1, 1024], but was 0
            --threads 1025 | --threads must be in [1, 1024], but was 1025
            --refunds sometimes | Invalid value for option '--refunds': expected one of net-per-day, net-against-prior, drop, reject, but was `sometimes`
            --max-answer-age -1 | days must be in [0, inf), but was -1
            --currency XAU | Invalid value for option '--currency': expected a currency code such as EUR or JPY, but was `XAU`
            --lang fr | Invalid value for option '--lang': `fr` is not one of en and ja
            """)
    void badUsageIsOneLineAndWritesNothing(String options, String message) {
        Cli run = analyze(options.split(" "));
        assertThat(run.err())
                .isEqualTo("loyalty: " + message + " (see loyalty analyze --help)" + System.lineSeparator());
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.folder()).doesNotExist();
    }

    @Test
    void theFilesAreTheSameOnAnyNumberOfThreads() {
        Map<String, String> one = filesOnThreads("1");
        assertThat(one.get("customers.csv")).contains("residual_value");
        assertThat(filesOnThreads("2")).isEqualTo(one);
        assertThat(filesOnThreads("5")).isEqualTo(one);
    }

    /** The demo, with all inputs and a fixed model: a choice among all takes longer, and goes the same way. */
    private Map<String, String> filesOnThreads(String threads) {
        Path out = folder.resolve("on-" + threads);
        Cli run = Cli.analyze(
                out,
                ("--transactions demo/transactions.csv --surveys demo/surveys.csv --customers demo/customers.csv"
                                + " --as-of 2025-12-31 --compare-to 2024-12-31 --model bgnbd --horizon 1y --discount-rate 0.1"
                                + " --threads " + threads)
                        .split(" "));
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        return Stream.of("customers.csv", "rejected.csv", "summary.json", "report.html")
                .collect(Collectors.toMap(name -> name, run::text));
    }

    @Test
    void dataThatDoNotFitAreOneLineAndLeaveNothing() throws IOException {
        Cli before =
                Cli.analyze(folder.resolve("out"), "--transactions", transactions.toString(), "--as-of", "2020-01-01");
        assertThat(before.exit()).isEqualTo(ExitCode.DATA);
        assertThat(before.err())
                .endsWith("loyalty: " + transactions
                        + ": the first row is of 2026-01-05, expected an --as-of on that day or later, but was 2020-01-01"
                        + System.lineSeparator());
        Path refunds = Files.writeString(folder.resolve("refunds.csv"), "customer_id,date,amount\na,2026-01-01,-1\n");
        Cli nobody = Cli.analyze(folder.resolve("out"), "--transactions", refunds.toString(), "--as-of", "2026-06-30");
        assertThat(nobody.exit()).isEqualTo(ExitCode.DATA);
        assertThat(nobody.err())
                .isEqualTo("loyalty: " + refunds
                        + ": there is no purchase by 2026-06-30 (--as-of), expected a customer with a positive amount"
                        + System.lineSeparator());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("transactions.csv", "refunds.csv");
        }
    }

    @Test
    void anEarlierDateBeforeAllDataIsOneLineAndLeavesNothing() {
        Cli run = analyze("--model", "none", "--compare-to", "2025-12-31");
        assertThat(run.exit()).isEqualTo(ExitCode.DATA);
        assertThat(run.err())
                .endsWith("loyalty: " + transactions
                        + ": the first row is of 2026-01-05, expected a --compare-to on that day or later, but was 2025-12-31"
                        + System.lineSeparator());
        assertThat(run.folder()).doesNotExist();
    }

    @Test
    void comparesWithoutSurveysAndSaysWhatIsMissing() {
        Cli run = analyze("--model", "none", "--compare-to", "2026-02-15");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        String movement = section(run.text("report.html"), "movement");
        assertThat(movement).contains("<code>--surveys FILE</code>");
    }

    @Test
    void churnIsReadAsAsked() {
        Cli run = analyze("--model", "none", "--inactive-after", "30", "--cohorts", "quarter", "--behaviour", "spend");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        String report = run.text("report.html");
        assertThat(section(report, "states"))
                .contains("A buyer silent for more than 30 days has lapsed", "From one quarter to the next");
        assertThat(section(report, "cohorts")).contains("2026-Q1").doesNotContain("2026-01");
    }

    @Test
    void answersChangeTheMovement() throws IOException {
        Path surveys = Files.writeString(
                folder.resolve("surveys.csv"),
                "customer_id,date,score\na,2026-02-01,10\nb,2026-02-01,3\nb,2026-06-02,10\na,2026-06-02,2\n");
        Cli run = analyze(
                "--model",
                "none",
                "--surveys",
                surveys.toString(),
                "--compare-to",
                "2026-02-15",
                "--answer-noise",
                "1.5");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(section(run.text("report.html"), "movement"))
                .contains("2 customers gave an answer until the earlier date and another since", "1.50 steps");
    }

    private static String section(String page, String id) {
        int start = page.indexOf("<section id=\"" + id + "\"");
        return page.substring(start, page.indexOf("</section>", start));
    }

    @Test
    void aFitThatIsNotToBeBelievedIsTold() throws IOException {
        Path few = Files.writeString(
                folder.resolve("few.csv"),
                "customer_id,date,amount\na,2026-01-01,1\na,2026-02-01,1\nb,2026-01-05,1\nc,2026-01-09,1\n");
        Cli run = Cli.analyze(
                folder.resolve("out"), "--transactions", few.toString(), "--as-of", "2026-06-30", "--model", "bgnbd");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.err())
                .startsWith("loyalty: the forecast is doubtful: the fit of BG/NBD is ")
                .hasLineCount(1);
    }

    @Test
    void strictStopsAtTheFirstBadRow() {
        Cli run = analyze("--strict");
        assertThat(run.exit()).isEqualTo(ExitCode.DATA);
        assertThat(run.err())
                .isEqualTo("loyalty: " + transactions + ":9: missing_id: the customer id is empty (--strict)"
                        + System.lineSeparator());
        assertThat(run.folder()).doesNotExist();
    }

    @Test
    void readsAQuery() {
        Cli run = Cli.analyze(
                folder.resolve("out"),
                "--jdbc",
                "jdbc:duckdb:",
                "--query",
                "SELECT id AS customer_id, DATE '2026-01-01' + INTERVAL (id * 7) DAY AS date, id * 1.25 AS amount"
                        + " FROM range(1, 101) t(id)",
                "--as-of",
                "2028-01-01");
        assertThat(run.err()).isEmpty();
        assertThat(run.customers()).hasSize(100);
        assertThat(run.customers().get("100")).containsEntry("historic_value", "125.00");
        assertThat(run.summary().get("totals").get("revenue").decimalValue())
                .isEqualByComparingTo(new BigDecimal("6312.50"));
    }

    @Test
    void refusesToOverwriteItsInput() throws IOException {
        Path customers = Files.writeString(folder.resolve("customers.csv"), "customer_id,joined_on,left_on\n");
        Cli run = Cli.analyze(
                folder,
                "--transactions",
                transactions.toString(),
                "--customers",
                customers.toString(),
                "--as-of",
                "2026-06-30");
        assertThat(run.exit()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(customers).hasContent("customer_id,joined_on,left_on");
        assertThat(folder.resolve("report.html")).doesNotExist();
    }
}
