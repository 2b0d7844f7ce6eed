package org.loyalty4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loyalty4j.Scale;
import org.loyalty4j.cli.LoyaltyCommand;
import org.loyalty4j.cli.input.Columns;
import org.loyalty4j.cli.input.CustomerReader;
import org.loyalty4j.cli.input.FileFormat;
import org.loyalty4j.cli.input.Progress;
import org.loyalty4j.cli.input.RejectedRows;
import org.loyalty4j.cli.input.RowSource;
import org.loyalty4j.cli.input.RowSources;
import org.loyalty4j.cli.input.SurveyReader;
import org.loyalty4j.cli.input.Table;
import org.loyalty4j.cli.input.TransactionReader;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same files through {@code loyalty analyze} and through Spark: the same rows used and rejected, and the same figures. */
class CommandParityTest {
    private static final Pattern KEY = Pattern.compile("`([a-z_.\\[\\]]+)`(?=[,.]\\s)");
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Path folder = TestSession.folder("parity");
    private final SparkSession session = TestSession.on(2);

    /** One row for everything that is awkward in files of shops. */
    private Path uglyTransactions() throws IOException {
        List<String> rows = new ArrayList<>(List.of(
                "\ufeff customer_id ,date,\"amount\"",
                "\u00a0NBSP\u00a0,2025-01-02,100",
                "NBSP,2025-02-02,\u00a0250\u00a0",
                "\u3000NBSP\u2003,2025-03-02,30",
                "inner\u00a0blank,2025-03-02,30",
                "顧客-十,2025-04-01,1200",
                "顧客-十,２０２５-04-01,1200",
                "Ünal ß,1969-12-31,77",
                "Ünal ß,1968-02-29T23:59:59.999999999,77",
                "😀,1970-01-01 00:00,5",
                "\"quoted, \"\"id\"\"\",2025-05-05,\"9\"",
                "\"quoted, \"\"id\"\" \",2025-05-06,8",
                "zoned,2024-01-01T00:00:00+09:00[Asia/Tokyo],11",
                "zoned,2023-12-31T15:00Z,12",
                "zoned,2023-12-31T14:59:59Z,13",
                "zoned,2025-06-30 23:00:00 -05:00,14",
                "zoned,2025-06-30T23:00-05,15",
                "zoned,2025-07-01T00:00:00[Asia/Tokyo],16",
                "zoned,1969-12-31T14:59:59.9Z,17",
                "zoned,2025-02-29,18",
                "zoned,31/12/2025,18",
                "fullwidth,2025-08-01,１２３",
                "yen,2025-08-01,¥100",
                "yen,2025-08-01,￥100",
                "yen,2025-08-01,100円",
                "yen,2025-08-01,\"1,234\"",
                "yen,2025-08-01,1_234",
                "yen,2025-08-01,1234",
                "yen,2025-08-02,1.2e3",
                "yen,2025-08-03,+5",
                "yen,2025-08-03,.50",
                "yen,2025-08-03,5.",
                "yen,2025-08-03,.",
                "yen,2025-08-03,- 5",
                "yen,2025-08-03,0x1F",
                "yen,2025-08-03,Infinity",
                "yen,2025-08-03,0.001",
                "yen,2025-08-03,0.0010e1",
                "yen,2025-08-03,1e400",
                "yen,2025-08-03,9223372036854775808",
                "yen,2025-08-03,92233720368547758.08",
                "yen,2025-08-03,123456789012345600000e-5",
                "zero,2025-09-01,0",
                "zero,2025-09-02,-0.00",
                "refund,2025-09-01,300",
                "refund,2025-09-10,-100",
                "onlyrefund,2025-09-10,-5",
                "later,2026-01-01,5",
                ",2025-09-01,1",
                "\"\",2025-09-01,1",
                " \u00a0 ,2025-09-01,1",
                "noDate,,1",
                "noDate,\" \",1",
                "noAmount,2025-09-01,",
                "noAmount,2025-09-01,\" \"",
                "",
                "short,2025-09-01",
                "long,2025-09-01,1,2",
                "17850.0,2025-09-01,1",
                "-7,10000-01-01,1",
                "-7,2025-01-01,1",
                "-7,0000-12-31,1"));
        for (int customer = 0; customer < 120; customer++) {
            for (int purchase = 0; purchase <= customer % 7; purchase++) {
                rows.add("会員" + customer + ","
                        + LocalDate.of(2024, 1, 1).plusDays(customer + (31L + customer % 11) * purchase) + ","
                        + (10 + customer * 7 % 90) + "0");
            }
        }
        return write("transactions.csv", rows);
    }

    private Path uglySurveys() throws IOException {
        List<String> rows = new ArrayList<>(List.of(
                "customer_id,date,score",
                "\u00a0NBSP,2025-02-02, 10 ",
                "顧客-十,2025-04-01T01:00:00+09:00[Asia/Tokyo],9.0",
                "zoned,2025-04-01,１０",
                "zoned,2025-04-01,11",
                "zoned,2025-04-01,-1",
                "zoned,2025-04-01,7.5",
                "zoned,2025-04-01,1e1",
                "yen,2025-04-01,",
                "stranger,2025-04-01,3",
                ",2025-04-01,3"));
        for (int customer = 0; customer < 120; customer += 2) {
            rows.add("会員" + customer + ",2025-10-" + (10 + customer % 20) + "," + customer * 3 % 11);
        }
        return write("surveys.csv", rows);
    }

    private Path uglyCustomers() throws IOException {
        return write(
                "customers.csv",
                List.of(
                        "customer_id,joined_on,left_on",
                        "NBSP\u00a0,2024-12-01,",
                        "NBSP,2024-12-01,",
                        "顧客-十,2025-01-01,2025-11-30",
                        "会員5,2024-01-01,2025-06-30T23:30:00Z",
                        "never bought,2025-01-01,\" \"",
                        "joins later,2026-01-01,",
                        "backwards,2025-01-01,2024-12-31",
                        "noDate,,2025-01-01",
                        "badDate,2025-01-01,soon"));
    }

    private Path write(String name, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\r\n", rows) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void awkwardFiles(int scale) throws IOException {
        Path transactions = uglyTransactions();
        Path surveys = uglySurveys();
        Path customers = uglyCustomers();
        LoyaltyReport expected = report(transactions, surveys, customers, scale);
        SparkAnalysis analysis =
                SparkAnalysis.of(analysis(), AS_OF).withScale(scale).withZone(TOKYO);
        try (SparkReport report = analysis.run(
                Tables.open(session, transactions.toString(), InputFormat.CSV),
                Tables.open(session, surveys.toString(), InputFormat.CSV),
                Tables.open(session, customers.toString(), InputFormat.CSV))) {
            IdentityTest.assertSame(report, expected);
        }
        String[] shared = {
            "--transactions=" + transactions,
            "--surveys=" + surveys,
            "--customers=" + customers,
            "--as-of=" + AS_OF,
            "--zone=Asia/Tokyo",
            "--scale=" + scale,
            "--model=bgnbd"
        };
        JsonNode command = command(shared);
        assertThat(command.at("/inputs/0/rows_rejected").size()).isGreaterThan(7);
        assertSubset("", spark(shared), command);
    }

    /** What the page on the summary says that Spark leaves out is what it leaves out. */
    @Test
    void demoAndWhatIsLeftOut() throws IOException {
        Path demo = Path.of("..", "..", "cli", "demo").toAbsolutePath().normalize();
        String[] shared = {
            "--transactions=" + demo.resolve("transactions.csv"),
            "--surveys=" + demo.resolve("surveys.csv"),
            "--customers=" + demo.resolve("customers.csv"),
            "--as-of=2025-12-31",
            "--horizon=1y",
            "--discount-rate=0.10",
            "--margin=0.35"
        };
        JsonNode command = command(shared);
        JsonNode spark = spark(shared);
        assertSubset("", spark, command);
        Set<String> leftOut = new TreeSet<>();
        leftOut("", spark, command, leftOut);
        String page = Files.readString(demo.resolve("../../../docs/summary-json.md"));
        Set<String> documented = new TreeSet<>();
        Matcher key = KEY.matcher(page.substring(page.indexOf("It leaves out", page.indexOf("## On Spark"))));
        while (key.find()) {
            documented.add(key.group(1));
        }
        assertThat(leftOut).isEqualTo(documented);
        assertSameCustomers();
        assertSameRows(spark.at("/segments"), "segments");
        assertSameRows(spark.at("/quadrant/quadrants"), "quadrants");
    }

    /** The tables of customers that both wrote: exact columns as text, estimates as near as the command rounds them. */
    private void assertSameCustomers() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("command").resolve("customers.csv"));
        Dataset<Row> written = written("customers");
        assertThat(written.columns()).containsExactly(lines.get(0).split(","));
        Set<String> estimates = Arrays.stream(written.schema().fields())
                .filter(field -> field.dataType().equals(DataTypes.DoubleType))
                .map(StructField::name)
                .collect(Collectors.toSet());
        assertThat(estimates).hasSize(12).doesNotContain("customer_id", "first_purchase", "r_score", "quadrant");
        List<Row> rows = texts(written).orderBy("customer_id").collectAsList();
        assertThat(rows).hasSize(lines.size() - 1);
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                String cell = Objects.requireNonNullElse(rows.get(i).getString(column), "");
                String where = cells[0] + " " + written.columns()[column];
                if (estimates.contains(written.columns()[column]) && !cell.isEmpty() && !cells[column].isEmpty()) {
                    assertThat(Double.parseDouble(cell))
                            .as(where)
                            .isCloseTo(Double.parseDouble(cells[column]), Offset.offset(0.00501));
                } else {
                    assertThat(cell).as(where).isEqualTo(cells[column]);
                }
            }
        }
    }

    /** A table that Spark wrote says what the summary says, row by row, as far as it has columns. */
    private void assertSameRows(JsonNode nodes, String table) {
        Dataset<Row> written = written(table);
        List<Row> rows = texts(written).collectAsList();
        assertThat(rows).hasSize(nodes.size()).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < written.columns().length; column++) {
                String cell = rows.get(i).getString(column);
                JsonNode expected = nodes.get(i).get(written.columns()[column]);
                String where = table + " " + i + " " + written.columns()[column];
                if (expected.isNumber()) {
                    assertThat(new BigDecimal(cell)).as(where).isEqualByComparingTo(expected.decimalValue());
                } else {
                    assertThat(cell).as(where).isEqualTo(expected.isNull() ? null : expected.asString());
                }
            }
        }
    }

    private Dataset<Row> written(String table) {
        return TestSession.on(2)
                .read()
                .parquet(folder.resolve("spark").resolve(table).toString());
    }

    private static Dataset<Row> texts(Dataset<Row> table) {
        return table.select(Arrays.stream(table.columns())
                .map(name -> functions.col(name).cast("string"))
                .toArray(Column[]::new));
    }

    /** The keys that only the command writes, not those within them. */
    private static void leftOut(String path, JsonNode some, JsonNode all, Set<String> keys) {
        if (all.isObject()) {
            all.properties().forEach(member -> {
                String key = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                if (some.has(member.getKey())) {
                    leftOut(key, some.get(member.getKey()), member.getValue(), keys);
                } else {
                    keys.add(key);
                }
            });
        } else if (all.isArray()) {
            for (int i = 0; i < all.size(); i++) {
                leftOut(path + "[]", some.get(i), all.get(i), keys);
            }
        }
    }

    private static LoyaltyAnalysis analysis() {
        return LoyaltyAnalysis.withDefaults();
    }

    /** The report of what the command's own readers read. */
    private static LoyaltyReport report(Path transactions, Path surveys, Path customers, int scale) {
        FileFormat format = FileFormat.withDefaults().withZone(TOKYO);
        RejectedRows rejected = new RejectedRows(Writer.nullWriter(), false);
        List<SurveyResponse> responses;
        List<Customer> list;
        try (RowSource rows = RowSources.file(surveys, format, Progress.NONE)) {
            responses = new SurveyReader(Columns.of(Table.SURVEYS), format, Scale.NPS, false)
                    .read(rows, rejected)
                    .rows();
        }
        try (RowSource rows = RowSources.file(customers, format, Progress.NONE)) {
            list = new CustomerReader(Columns.of(Table.CUSTOMERS), format, false)
                    .read(rows, rejected)
                    .rows();
        }
        TransactionLog log = new TransactionReader(Columns.of(Table.TRANSACTIONS), format, scale, false, false)
                .read(transactions, list.stream().map(Customer::id).toList(), 1, rejected, Progress.NONE)
                .log();
        return analysis().run(log, responses, list, AS_OF);
    }

    private JsonNode command(String... options) throws IOException {
        Path out = folder.resolve("command");
        List<String> args = new ArrayList<>(List.of(options));
        args.add(0, "analyze");
        args.add("--out=" + out);
        StringWriter err = new StringWriter();
        int code = LoyaltyCommand.run(
                args.toArray(String[]::new), new PrintWriter(Writer.nullWriter()), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(Files.readString(out.resolve("summary.json")));
    }

    private JsonNode spark(String... options) throws IOException {
        TestSession.on(2); // which the command takes over
        Path out = folder.resolve("spark");
        List<String> args = new ArrayList<>(List.of(options));
        args.add("--out=" + out);
        args.add("--overwrite");
        StringWriter err = new StringWriter();
        int code = SparkCommand.run(
                args.toArray(String[]::new), new PrintWriter(Writer.nullWriter()), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(Files.readString(out.resolve("summary.json")));
    }

    /** Every key of the one is a key of the other and has the same value, but for the names of the tables. */
    private static void assertSubset(String path, JsonNode some, JsonNode all) {
        assertThat(some.getNodeType()).as(path).isEqualTo(all.getNodeType());
        if (some.isObject()) {
            some.properties().forEach(member -> {
                assertThat(all.has(member.getKey()))
                        .as(path + "/" + member.getKey())
                        .isTrue();
                if (!member.getKey().equals("source")) {
                    assertSubset(path + "/" + member.getKey(), member.getValue(), all.get(member.getKey()));
                }
            });
        } else if (some.isArray()) {
            assertThat(some.size()).as(path).isEqualTo(all.size());
            for (int i = 0; i < some.size(); i++) {
                assertSubset(path + "/" + i, some.get(i), all.get(i));
            }
        } else {
            assertThat(some).as(path).isEqualTo(all);
        }
    }
}
