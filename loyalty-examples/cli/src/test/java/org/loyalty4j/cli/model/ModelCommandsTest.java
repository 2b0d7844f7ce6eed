package org.loyalty4j.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loyalty4j.btyd.BgNbd;
import org.loyalty4j.cli.ExitCode;
import org.loyalty4j.cli.RunCommand;
import tools.jackson.databind.JsonNode;

/** {@code loyalty simulate --model}, {@code fit}, {@code score} and {@code backtest}, one after the other and with bad input. */
class ModelCommandsTest {
    private static final String BG = "--model bgnbd --parameters r=0.243,alpha=4.414,a=0.793,b=2.426";
    private static final String HISTORIES = "customer_id,x,t_x,T\na,2,30,38\nb,0,0,38\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("ok.csv", HISTORIES);
        write("transactions.csv", """
                customer_id,date,amount
                a,2026-01-05,10.00
                a,2026-02-05,2.50
                b,2026-02-01,20.00
                c,never,20.00
                """);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Runs a line in which {@code @name} is a file of the folder. */
    private RunCommand run(String line) {
        return RunCommand.loyalty(Stream.of(line.split(" "))
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new));
    }

    private List<String> scores(String line) {
        RunCommand run = run(line);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.lines().get(0)).isEqualTo("customer_id,log_likelihood,p_alive,expected_purchases,dert");
        return run.lines().subList(1, run.lines().size());
    }

    @Test
    void scoresEveryRowInOrder() throws IOException {
        write("more.csv", HISTORIES + "\"a, again\",2,30,38\n\u9867,1,10,20\n");
        List<String> rows = scores("score " + BG + " --histories @more.csv --horizon 10 --discount-rate 0.0027");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("a,-9.41824754255");
        assertThat(rows.get(1)).startsWith("b,-0.5498354168255").contains(",1.0,");
        assertThat(rows.get(2)).startsWith("\"a, again\",").endsWith(rows.get(0).substring(1));
        assertThat(rows.get(3)).startsWith("\u9867,");
    }

    @Test
    void dertIsEmptyWithoutARateAndWhereItIsInfinite() {
        String command = "score " + BG + " --histories @ok.csv --horizon 10";
        assertThat(scores(command)).allMatch(row -> row.endsWith(","));
        assertThat(scores(command + " --discount-rate 0")).allMatch(row -> row.endsWith(","));
        assertThat(scores(command + " --discount-rate 0.0027")).noneMatch(row -> row.endsWith(","));
    }

    @Test
    void aModelWithoutDropoutLosesNobody() {
        assertThat(scores("score --model nbd --parameters r=0.4,alpha=12 --histories @ok.csv --horizon 10"))
                .allMatch(row -> row.split(",")[2].equals("1.0"));
    }

    /** What one history says does not depend on the batch that it comes in. */
    @Test
    void manyRowsAreScoredInBatches() throws IOException {
        write(
                "many.csv",
                Stream.concat(
                                Stream.of("customer_id,x,t_x,T"),
                                Stream.iterate(0, i -> i + 1)
                                        .limit(40_000)
                                        .map(i -> i + "," + i % 5 + "," + (i % 5 == 0 ? 0 : i % 7 + 1) + ",38"))
                        .collect(Collectors.joining("\n")));
        List<String> rows = scores("score " + BG + " --histories @many.csv --horizon 10");
        assertThat(rows).hasSize(40_000);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).startsWith(i + ",");
            assertThat(after(rows.get(i))).isEqualTo(after(rows.get(i % 35)));
        }
    }

    private static String after(String row) {
        return row.substring(row.indexOf(','));
    }

    @Test
    void writesAFileAllOrNothing() throws IOException {
        RunCommand run = run("score " + BG + " --histories @ok.csv --horizon 10 --out @scores.csv");
        assertThat(run.out()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("scores.csv"))).hasSize(3);
        write("late.csv", HISTORIES + "c,1,39,38\n");
        assertThat(run("score " + BG + " --histories @late.csv --horizon 10 --out @other.csv")
                        .exit())
                .isEqualTo(ExitCode.DATA);
        assertThat(folder.resolve("other.csv")).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
        assertThat(run("score " + BG + " --histories @ok.csv --horizon 10 --out @ok.csv")
                        .err())
                .contains("ok.csv: is read and would be replaced, expected another --out");
    }

    /** From a fitted file to scores and back, to the bit; in days the same customers have the same prospects. */
    @Test
    void aFitIsKeptAsAFile() throws IOException {
        simulate("bgnbd");
        JsonNode fit = run("fit --model bgnbd --histories @sim/histories.csv").json();
        assertThat(run("fit --model bgnbd --histories @sim/histories.csv --out @model.json")
                        .out())
                .isEmpty();
        BgNbd model = (BgNbd) ModelFile.read(folder.resolve("model.json"));
        assertThat(model.values())
                .containsExactly(Stream.of("r", "alpha", "a", "b")
                        .mapToDouble(symbol -> fit.get("parameters").get(symbol).asDouble())
                        .toArray());
        String parameters = model.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
        String rest = " --histories @ok.csv --horizon 10 --discount-rate 0.0027";
        List<String> byFile = scores("score --model-file @model.json" + rest);
        assertThat(byFile).isEqualTo(scores("score --model bgnbd --parameters " + parameters + rest));

        write("days.csv", "customer_id,x,t_x,T\na,2,210,266\nb,0,0,266\n");
        List<String> inDays =
                scores("score --model-file @model.json --histories @days.csv --unit day --horizon 70 --discount-rate "
                        + 0.0027 / 7);
        for (int row = 0; row < 2; row++) {
            for (int column = 2; column < 5; column++) {
                double expected = Double.parseDouble(byFile.get(row).split(",")[column]);
                assertThat(Double.parseDouble(inDays.get(row).split(",")[column]))
                        .isCloseTo(expected, within(1e-12 * expected));
            }
        }
    }

    private void simulate(String model) {
        RunCommand run = run("simulate --model " + model + " --parameters r=0.6,alpha=5,a=0.8,b=2.5"
                + " --spend p=6,q=4,gamma=15 --customers 2000 --from 2025-01-01 --to 2025-12-31"
                + " --born-by 2025-03-31 --seed 1 --out @sim");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("2000 customers of a ");
    }

    @Test
    void theFitOfSimulatedCustomersFindsTheModel() {
        simulate("mbgnbd");
        JsonNode fit = run("fit --model mbgnbd --histories @sim/histories.csv").json();
        assertThat(fit.propertyNames())
                .contains(
                        "format",
                        "version",
                        "model",
                        "unit",
                        "parameters",
                        "standard_errors",
                        "log_likelihood",
                        "aic",
                        "bic",
                        "status",
                        "customers",
                        "distinct_histories",
                        "warnings",
                        "covariance_of_logs");
        double[] truth = {0.6, 5, 0.8, 2.5};
        List<String> symbols = List.of("r", "alpha", "a", "b");
        for (int i = 0; i < truth.length; i++) {
            double se = fit.get("standard_errors").get(symbols.get(i)).asDouble();
            assertThat(fit.get("parameters").get(symbols.get(i)).asDouble()).isCloseTo(truth[i], within(4 * se));
        }
        assertThat(fit.get("aic").asDouble())
                .isEqualTo(8 - 2 * fit.get("log_likelihood").asDouble());

        // The dates say the same, but for purchases that fall on one day.
        JsonNode byDate = run("fit --model mbgnbd --transactions @sim/transactions.csv --as-of 2025-12-31")
                .json();
        assertThat(byDate.get("customers").asInt()).isEqualTo(2000);
        assertThat(byDate.get("parameters").get("r").asDouble())
                .isCloseTo(fit.get("parameters").get("r").asDouble(), within(0.1));

        JsonNode spend = run("fit --model gammagamma --transactions @sim/transactions.csv --as-of 2025-12-31")
                .json();
        assertThat(spend.get("unit").isNull()).isTrue();
        assertThat(spend.get("parameters").get("q").asDouble()).isCloseTo(4, within(1.0));
    }

    @Test
    void simulatesOpportunities() throws IOException {
        RunCommand run = run("simulate --model bgbb --parameters alpha=1.2,beta=0.75,gamma=0.66,delta=2.8 --unit year"
                + " --customers 300 --from 1995-01-01 --to 2001-12-31 --born-by 1995-12-31 --seed 2 --out @sim");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        List<String> histories = Files.readAllLines(folder.resolve("sim/histories.csv"));
        assertThat(histories.get(0)).isEqualTo("customer_id,x,t_x,n");
        assertThat(histories.subList(1, 301)).allMatch(row -> row.endsWith(",6"));
        JsonNode fit = run("fit --model bgbb --histories @sim/histories.csv --unit year")
                .json();
        assertThat(fit.get("customers").asInt()).isEqualTo(300);
        assertThat(scores("score --model bgbb --parameters alpha=1.2,beta=0.75,gamma=0.66,delta=2.8"
                        + " --histories @sim/histories.csv --horizon 5"))
                .hasSize(300);
    }

    @Test
    void weightsStandForRows() throws IOException {
        write("rows.csv", "customer_id,x,t_x,T\na,2,30,38\nb,2,30,38\nc,0,0,38\nd,1,20,39\ne,1,3,39\n");
        write("weighted.csv", "x,t_x,T,weight\n0,0,38,1\n2,30,38,2\n1,20,39,1.0\n1,3,39,1\n");
        assertThat(run("fit --model nbd --histories @weighted.csv").out())
                .isEqualTo(run("fit --model nbd --histories @rows.csv").out())
                .contains("\"customers\" : 5,", "\"distinct_histories\" : 4,");
    }

    /** The largest weights and times that are read, and the smallest, are computed with. */
    @ParameterizedTest
    @CsvSource({"1e12,1", "1,1e12", "1,1e-12", "1e-300,1"})
    void extremesAreFittedInNumbers(String weight, double time) throws IOException {
        write("extreme.csv", "x,t_x,T,weight\n2,%1$s,%2$s,%3$s\n0,0,%2$s,%3$s\n".formatted(time, time, weight));
        for (String model : List.of("bgnbd", "paretonbd", "nbd")) {
            RunCommand run = run("fit --model " + model + " --histories @extreme.csv");
            assertThat(run.err()).isEmpty();
            assertThat(run.json().get("log_likelihood").isString()).isFalse();
        }
    }

    @Test
    void spendsAreReadFromTheSameFile() throws IOException {
        write(
                "spend.csv",
                "customer_id,x,t_x,T,mean_spend\na,2,30,38,12.5\nb,0,0,38,0\nc,1,20,39,8\nd,4,20,39,20\ne,0,0,39,\n");
        JsonNode fit = run("fit --model gammagamma --histories @spend.csv").json();
        assertThat(fit.get("customers").asInt()).isEqualTo(3);
        write("negative.csv", "customer_id,x,t_x,T,mean_spend\na,2,30,38,-1\n");
        assertThat(run("fit --model gammagamma --histories @negative.csv").err())
                .endsWith("negative.csv:2: number_out_of_range: mean_spend must be in (0, inf), but was `-1`"
                        + System.lineSeparator());
    }

    @Test
    void backtestPrintsItsTableOrJson() throws IOException {
        simulate("bgnbd");
        String command = "backtest --transactions @sim/transactions.csv --calibration-end 2025-09-30 --as-of 2025-12-31"
                + " --model bgnbd,nbd";
        assertThat(run("fit --model bgnbd --transactions @sim/transactions.csv --as-of 2025-09-30 --out @model.json")
                        .exit())
                .isEqualTo(ExitCode.OK);
        RunCommand table = run(command + " --model-file @model.json");
        assertThat(table.err()).isEmpty();
        assertThat(table.lines().stream().skip(2).map(line -> line.split("  +")[0]))
                .containsExactly("BG/NBD", "NBD", "model (BG/NBD)", "Mean rate", "Last period", "Hiatus");
        JsonNode json = run(command + " --json").json();
        assertThat(json.get("forecasts").get(0).get("forecast").asString()).isEqualTo("bgnbd");
        assertThat(json.get("forecasts").get(0).get("model").get("status").asString())
                .isEqualTo("converged");
        assertThat(json.get("forecasts").get(0).get("tracking").size()).isGreaterThan(40);
        assertThat(json.get("forecasts").get(2).has("model")).isFalse();
    }

    @Test
    void aBacktestBeyondTheDataIsDoubted() {
        simulate("bgnbd");
        RunCommand run = run("backtest --transactions @sim/transactions.csv --calibration-end 2025-09-30"
                + " --as-of 2026-12-31 --model nbd --json");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.err())
                .startsWith("loyalty: The log has no row in the last ")
                .hasLineCount(1);
        assertThat(run.json().get("silent_days").asInt()).isGreaterThanOrEqualTo(365);
    }

    @Test
    void theLimitOfADiscountRateIsInTheUnitOfTheModel() throws IOException {
        write(
                "model.json",
                "{\"format\":\"loyalty-model\",\"version\":1,\"model\":\"nbd\",\"unit\":\"week\",\"parameters\":{\"r\":1,\"alpha\":1}}");
        assertThat(run("score --model-file @model.json --histories @ok.csv --horizon 1 --discount-rate 20")
                        .err())
                .startsWith("loyalty: --discount-rate must be in [0, 13.59] per week, but was 20.0 (");
    }

    @Test
    void rejectedRowsOfTransactionsAreCounted() {
        RunCommand run = run("fit --model nbd --transactions @transactions.csv --as-of 2026-06-30");
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).endsWith("transactions.csv: 1 of 4 rows rejected: 1 bad_date" + System.lineSeparator());
        assertThat(run.json().get("customers").asInt()).isEqualTo(2);
        assertThat(run("fit --model nbd --transactions @transactions.csv --as-of 2026-06-30 --strict")
                        .exit())
                .isEqualTo(ExitCode.DATA);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer_id,x,t_x,T;a,-2,30,38 | 2: number_out_of_range: x must be in [0, 2147483647], but was `-2`
            customer_id,x,t_x,T;a,3000000000,30,38 | 2: number_out_of_range: x must be in [0, 2147483647], but was `3000000000`
            customer_id,x,t_x,T;a,2,30,38;b,2,40,38 | 3: number_out_of_range: t_x must be in [0, T], but was `40`
            customer_id,x,t_x,T;a,0,30,38 | 2: number_out_of_range: t_x must be in [0, 0] where x is 0, but was `30`
            customer_id,x,t_x,T;a,1.5,30,38 | 2: bad_number: x `1.5` is not a whole number
            customer_id,x,t_x,T;a,NaN,30,38 | 2: bad_number: x `NaN` is not a whole number
            customer_id,x,t_x,T;a,1,soon,38 | 2: bad_number: t_x `soon` is not a plain decimal number such as 12.5
            customer_id,x,t_x,T;a,1,,38 | 2: missing_number: t_x is empty
            customer_id,x,t_x,T;a,1,1,1e999 | 2: number_out_of_range: T must be in [1e-12, 1e12], or 0, but was `1e999`
            customer_id,x,t_x,T;a,1,1,1e300 | 2: number_out_of_range: T must be in [1e-12, 1e12], or 0, but was `1e300`
            customer_id,x,t_x,T;a,1,1e-300,1 | 2: number_out_of_range: t_x must be in [1e-12, 1e12], or 0, but was `1e-300`
            customer_id,x,t_x,T;,1,1,2 | 2: missing_id: the customer id is empty
            customer_id,x,t_x,T;a,1,1 | 2: wrong_field_count: the row has 3 fields, expected 4
            customer_id,x,T;a,1,38 | 1: there is no column `t_x`, found `customer_id, x, T`; expected it, or --histories-columns t_x=<name or position>
            x,t_x,T;1,1,38 | 1: there is neither a column `customer_id` nor a column `weight`, expected one of them, or --histories-columns id=<name or position>
            x,t_x,T,weight;1,1,38,0 | 2: number_out_of_range: weight must be in (0, 1e12], but was `0`
            x,t_x,T,weight;2,30,38,1e300 | 2: number_out_of_range: weight must be in (0, 1e12], but was `1e300`
            customer_id,x,t_x,T | has a header but no rows, expected histories
            '' | is empty, expected a header and histories
            """)
    void aBadHistoryEndsTheRun(String rows, String problem) throws IOException {
        Path file = write("bad.csv", rows.replace(';', '\n'));
        String separator = Character.isDigit(problem.charAt(0)) ? ":" : ": ";
        for (String command : List.of("score " + BG + " --horizon 10", "fit --model nbd")) {
            RunCommand run = run(command + " --histories @bad.csv");
            assertThat(run.err()).isEqualTo("loyalty: " + file + separator + problem + System.lineSeparator());
            assertThat(run.exit()).isEqualTo(ExitCode.DATA);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer_id,x,t_x,n;a,1,1.5,6 | 2: bad_number: t_x `1.5` is not a whole number
            customer_id,x,t_x,n;a,1,7,6 | 2: number_out_of_range: t_x must be in [0, n], but was `7`
            customer_id,x,t_x,n;a,3,2,6 | 2: number_out_of_range: t_x must be in [x, n], but was `2`
            customer_id,x,t_x,n;a,1,1,2000000000 | 2: number_out_of_range: n must be in [0, 1000000], but was `2000000000`
            customer_id,x,t_x,n;a,0,2,6 | 2: number_out_of_range: t_x must be in [0, 0] where x is 0, but was `2`
            """)
    void aBadOpportunityEndsTheRun(String rows, String problem) throws IOException {
        Path file = write("bad.csv", rows.replace(';', '\n'));
        for (String command : List.of(
                "fit --model bgbb", "score --model bgbb --parameters alpha=1,beta=1,gamma=1,delta=1 --horizon 1")) {
            RunCommand run = run(command + " --histories @bad.csv");
            assertThat(run.err()).isEqualTo("loyalty: " + file + ":" + problem + System.lineSeparator());
            assertThat(run.exit()).isEqualTo(ExitCode.DATA);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            score BG --histories @ok.csv --horizon -1 | --horizon must be in [0, 1e12], but was -1.0
            score BG --histories @ok.csv --horizon NaN | --horizon must be in [0, 1e12], but was NaN
            score BG --histories @ok.csv --horizon 1e308 | --horizon must be in [0, 1e12], but was 1.0E308
            score BG --histories @ok.csv --horizon 1 --discount-rate 1e6 | --discount-rate must be in [0, 709.0] per unit, but was 1000000.0
            score BG --histories @ok.csv --horizon 1 --discount-rate -0.1 | --discount-rate must be in [0, inf), but was -0.1
            score BG --histories @ok.csv | Missing required option: '--horizon=N'
            score --model bg --parameters r=1 --histories @ok.csv --horizon 1 | --model must be one of bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd and bgbb, but was bg
            score --model nbd --parameters r=1,beta=2 --histories @ok.csv --horizon 1 | parameters of nbd must be r, alpha, but were r, beta
            score --model nbd --parameters r=1,alpha=0 --histories @ok.csv --horizon 1 | alpha must be in (0, inf), but was 0.0
            score --model nbd --parameters r --histories @ok.csv --horizon 1 | Invalid value for option '--parameters': expected symbol=number, but was `r`
            score --model nbd --parameters r=1,r=2 --histories @ok.csv --horizon 1 | Invalid value for option '--parameters': parameter r is given twice
            score --model nbd --parameters r=1,alpha=two --histories @ok.csv --horizon 1 | Invalid value for option '--parameters': expected a number, but was `two`
            score --model gammagamma --parameters p=1,q=1,gamma=1 --histories @ok.csv --horizon 1 | Gamma-Gamma is a model of spend, but score asks one of purchases: bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd or bgbb
            score --model bgbb --parameters alpha=1,beta=1,gamma=1,delta=1 --histories @ok.csv --horizon 1.5 | --horizon must be a whole number of opportunities, but was 1.5
            score --model bgbb --parameters alpha=1,beta=1,gamma=1,delta=1 --histories @ok.csv --horizon 1 --unit day | --unit does not go with bgbb, whose histories count opportunities
            score BG --histories @ok.csv --horizon 1 --histories-columns y=1 | --histories-columns: expected role=column with the roles id, x, t_x, T, weight, but was y=1
            fit --model bg --histories @ok.csv | --model must be one of bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd, bgbb and gammagamma, but was bg
            fit --model bgcnbd-0 --histories @ok.csv | --model must be one of bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd, bgbb and gammagamma, but was bgcnbd-0
            score --model nbd --parameters r=1 --parameters alpha=2 --histories @ok.csv --horizon 1 | --parameters is given twice, expected all of it in one
            backtest --transactions @transactions.csv --calibration-end 2026-01-31 --as-of 2026-02-28 --model bgnbd,bgnbd | --model must name different models, but has bgnbd twice
            backtest --transactions @transactions.csv --calibration-end 2026-01-31 --as-of 2026-02-28 --model bgcnbd-0 | Invalid value for option '--model' (MODEL,...): expected some of bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd, but was `bgcnbd-0`
            fit --model bgbb --transactions @transactions.csv --as-of 2026-06-30 | --model bgbb is fitted to opportunities, expected --histories
            fit --model nbd --transactions @transactions.csv | Missing required argument(s): --as-of=DATE
            score --model nbd --parameters r=1,alpha=1 --histories @ok.csv --horizon 1 --unit day | --unit goes with --model-file only: --parameters are in the unit of the histories
            fit --model nbd --histories @ok.csv --columns id=1 | --columns goes with --transactions only
            fit --model nbd --histories @ok.csv --refunds drop | --refunds goes with --transactions only
            fit --model nbd --histories @ok.csv --currency JPY | --currency goes with --transactions only
            fit --model nbd --histories @ok.csv --strict | --strict goes with --transactions only
            fit --model nbd --transactions @transactions.csv --as-of 2026-06-30 --histories-columns id=a | --histories-columns goes with --histories only
            fit --model nbd --histories @ok.csv --unit fortnight | Invalid value for option '--unit': expected one of day, week, month, year, but was `fortnight`
            backtest --transactions @transactions.csv --calibration-end 2026-01-31 --as-of 2026-01-31 | --as-of must be after --calibration-end 2026-01-31, but was 2026-01-31
            backtest --transactions @transactions.csv --calibration-end 2026-01-31 --as-of 2026-02-28 --period-days 0 | --period-days must be in [1, inf), but was 0
            simulate --customers 1 --from 2026-01-01 --to 2026-02-01 --seed 1 --out @x --born-by 2026-01-01 | --spend and --born-by go with a --model
            simulate --customers 1 --from 2026-01-01 --to 2026-02-01 --seed 1 --out @x BG --born-by 2026-03-01 | --born-by must be between --from 2026-01-01 and --to 2026-02-01, but was 2026-03-01
            simulate --customers 1 --from 2026-01-01 --to 2026-02-01 --seed 1 --out @x BG --spend p=1 | parameters of gammagamma must be p, q, gamma, but were p
            simulate --customers 1 --from 2026-01-01 --to 2026-02-12 --seed 1 --out @x --model nbd --parameters r=1e9,alpha=1e-9 | --parameters must let a customer expect at most 1e6 purchases from --from to --to, but was 6.000e+18
            simulate --customers 1 --from 2026-01-01 --to 2026-02-01 --seed 1 --out @x --model gammagamma --parameters p=1,q=1,gamma=1 | --model must be one of purchases, but was Gamma-Gamma (see --spend)
            """)
    void badUsageIsOneLine(String line, String problem) {
        RunCommand run = run(line.replace("BG", BG));
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo("loyalty: " + problem + " (see loyalty " + line.substring(0, line.indexOf(' ')) + " --help)"
                        + System.lineSeparator());
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"format":"loyalty-model","version":2} | : version must be 1, the one that this version of the library reads, but was 2
            {"format":"other","version":1} | : format must be loyalty-model, but was other
            {"format":"loyalty-model","version":1,"model":"gg"} | : model must be one of bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd, bgbb and gammagamma, but was gg
            {"format":"loyalty-model","version":1,"model":"nbd","unit":"day","parameters":{"r":1}} | : parameters of nbd must be r, alpha, but were r
            {"format":"loyalty-model","version":"one"} | :1: is not the JSON of a model as `loyalty fit` writes it
            {"format":"loyalty-model", | :1: is not the JSON of a model as `loyalty fit` writes it
            {"format":"loyalty-model","version":"1","model":"nbd","unit":"day","parameters":{"r":1,"alpha":1}} | :1: is not the JSON of a model as `loyalty fit` writes it
            {"format":"loyalty-model","version":1,"model":"nbd","unit":"day","parameters":{"r":"1","alpha":1}} | :1: is not the JSON of a model as `loyalty fit` writes it
            {"format":"loyalty-model","version":1,"model":"nbd","unit":"day","parameters":{"r":1,"alpha":1,"r":2}} | :1: is not the JSON of a model as `loyalty fit` writes it
            {"format":"loyalty-model","version":1,"version":1,"model":"nbd"} | :1: is not the JSON of a model as `loyalty fit` writes it
            [1] | :1: is not the JSON of a model as `loyalty fit` writes it
            """)
    void aBadModelFileIsOneLine(String json, String problem) throws IOException {
        Path file = write("model.json", json);
        RunCommand run = run("score --model-file @model.json --histories @ok.csv --horizon 1");
        assertThat(run.err()).isEqualTo("loyalty: " + file + problem + System.lineSeparator());
        assertThat(run.exit()).isEqualTo(ExitCode.DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "score " + BG + " --histories @missing --horizon 1",
                "score --model-file @missing --histories @ok.csv --horizon 1",
                "fit --model nbd --histories @missing",
                "fit --model nbd --transactions @missing --as-of 2026-01-01",
                "backtest --transactions @missing --calibration-end 2026-01-01 --as-of 2026-02-01"
            })
    void aMissingFileIsOneLine(String line) {
        RunCommand run = run(line);
        assertThat(run.err())
                .isEqualTo("loyalty: " + folder.resolve("missing") + ": does not exist, expected a file"
                        + System.lineSeparator());
        assertThat(run.exit()).isEqualTo(ExitCode.DATA);
    }

    @Test
    void dataThatDoNotGoWithTheDatesAreOneLine() {
        assertThat(run("fit --model nbd --transactions @transactions.csv --as-of 2025-12-31")
                        .err())
                .contains(
                        "the first row is of 2026-01-05, expected an --as-of on that day or later, but was 2025-12-31");
        assertThat(run("backtest --transactions @transactions.csv --calibration-end 2025-11-30 --as-of 2026-06-30")
                        .err())
                .contains("expected a --calibration-end on that day or later, but was 2025-11-30");
        RunCommand unjudged =
                run("backtest --transactions @transactions.csv --calibration-end 2026-02-05 --as-of 2026-06-30");
        assertThat(unjudged.err())
                .contains("the last row is of 2026-02-05, expected rows after --calibration-end 2026-02-05");
        assertThat(unjudged.exit()).isEqualTo(ExitCode.DATA);
        assertThat(run("fit --model gammagamma --transactions @transactions.csv --as-of 2026-01-31")
                        .err())
                .contains("nobody bought again after the first purchase");
    }
}
