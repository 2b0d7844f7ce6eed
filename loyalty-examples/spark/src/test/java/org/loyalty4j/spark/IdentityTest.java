package org.loyalty4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.btyd.PurchaseModelKind;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.input.RejectReason;
import org.loyalty4j.profile.BaseSummary;
import org.loyalty4j.profile.BehaviourMeasure;
import org.loyalty4j.profile.ForecastPlan;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyReport;

/** The table of customers on Spark against that of one process: the same to the bit. */
class IdentityTest {
    private static final LoyaltyAnalysis ANALYSIS = LoyaltyAnalysis.withDefaults()
            .withValue(0.35, Horizon.years(1), DiscountRate.annual(0.10))
            .withForecast(ForecastPlan.within(Horizon.years(1))
                    .withChoice(PurchaseModelChoice.of(PurchaseModelKind.BG_NBD))
                    .withoutBacktest());
    private static final MadeUpBase BASE = new MadeUpBase(1_500, 11);
    private static final LoyaltyReport EXPECTED = ANALYSIS.run(BASE.log(), BASE.responses(), MadeUpBase.AS_OF);

    /** All that a row says, doubles by their bits. */
    private static String bits(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            text.append(
                            value instanceof Double number
                                    ? "#" + Long.toHexString(Double.doubleToLongBits(number))
                                    : value)
                    .append('|');
        }
        return text.toString();
    }

    private static Map<String, String> table(List<Row> rows) {
        Map<String, String> byCustomer = new HashMap<>();
        rows.forEach(
                row -> assertThat(byCustomer.put(row.getString(0), bits(row))).isNull());
        return byCustomer;
    }

    private static Map<String, String> table(LoyaltyReport report) {
        return table(report.profiles().stream().map(CustomerTable::row).toList());
    }

    private static void assertSame(Dataset<Row> transactions, Dataset<Row> surveys) {
        assertSame(ANALYSIS, EXPECTED, transactions, surveys);
    }

    private static void assertSame(
            LoyaltyAnalysis analysis, LoyaltyReport expected, Dataset<Row> transactions, Dataset<Row> surveys) {
        try (SparkReport report = SparkAnalysis.of(analysis, MadeUpBase.AS_OF).run(transactions, surveys, null)) {
            assertSame(report, expected);
        }
    }

    /** The same table of customers, to the bit, and the same aggregates. */
    static void assertSame(SparkReport report, LoyaltyReport expected) {
        Dataset<Row> customers = report.customers()
                .withColumn("first_purchase", functions.unix_date(functions.col("first_purchase")))
                .withColumn("last_purchase", functions.unix_date(functions.col("last_purchase")));
        assertThat(table(customers.collectAsList())).isEqualTo(table(expected));
        assertThat(report.summary()).isEqualTo(summary(expected));
    }

    private static BaseSummary summary(LoyaltyReport report) {
        return new BaseSummary(
                report.dataReport(),
                report.purchases().totalSpend(),
                report.segments(),
                report.quadrants(),
                report.repeatRate(),
                report.inactivity(),
                report.churn().states().map(states -> states.period().counts()).orElse(Map.of()),
                report.profiles().stream()
                        .filter(profile -> profile.churn().leftOn() != null)
                        .count(),
                report.answered(),
                report.answerCounts().orElse(null));
    }

    /** From nine partitions on, what is counted is merged by several tasks, and then by one. */
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "2, 17, 40", "4, 3, 9"})
    void anyThreadsAnyPartitionsAnyOrder(int threads, int partitions, int shuffled) {
        SparkSession session = TestSession.on(threads);
        session.conf().set("spark.sql.shuffle.partitions", Integer.toString(shuffled));
        try (SparkReport report = SparkAnalysis.of(ANALYSIS, MadeUpBase.AS_OF)
                .run(BASE.transactions(session, partitions, partitions), BASE.surveys(session, 2, threads), null)) {
            assertThat(report.customers().rdd().getNumPartitions()).isEqualTo(shuffled);
            assertSame(report, EXPECTED);
        } finally {
            session.conf().set("spark.sql.shuffle.partitions", TestSession.SHUFFLE_PARTITIONS);
        }
    }

    @Test
    void emptyPartitions() {
        SparkSession session = TestSession.on(2);
        Dataset<Row> mostlyEmpty = BASE.transactions(session, 1, 2).repartitionByRange(5, functions.lit(1));
        assertThat(mostlyEmpty.toJavaRDD().glom().map(List::size).collect()).contains(0);
        assertSame(mostlyEmpty, BASE.surveys(session, 1, 1));
    }

    @Test
    void tasksThatFailAtFirst() throws Exception {
        SparkSession session = TestSession.on(2);
        Dataset<Row> transactions = BASE.transactions(session, 3, 4);
        MapPartitionsFunction<Row, Row> failing = rows -> {
            if (TaskContext.get().attemptNumber() == 0 && TaskContext.getPartitionId() != 1) {
                List<Row> lost = new ArrayList<>();
                rows.forEachRemaining(lost::add);
                throw new IllegalStateException("injected after " + lost.size() + " rows");
            }
            return rows;
        };
        MapPartitionsFunction<Row, Row> killable = rows -> {
            // Long enough for the message to come, but no longer: a task that is killed wakes up.
            if (TaskContext.get().attemptNumber() == 0 && TaskContext.getPartitionId() == 1) {
                Thread.sleep(20_000);
            }
            return failing.call(rows);
        };
        TaskKiller killer = new TaskKiller(session.sparkContext());
        session.sparkContext().addSparkListener(killer);
        try {
            assertSame(
                    transactions.mapPartitions(killable, Encoders.row(transactions.schema())),
                    BASE.surveys(session, 2, 5));
            session.sparkContext().listenerBus().waitUntilEmpty();
        } finally {
            session.sparkContext().removeSparkListener(killer);
        }
        assertThat(killer.killed).isPositive();
        assertThat(killer.failed).isGreaterThanOrEqualTo(2); // partitions 0 and 2
        assertThat(killer.retried).isGreaterThanOrEqualTo(3);
    }

    /** Kills the second task of every stage as soon as it begins, if it is not done before the message comes, and counts what became of it. */
    private static final class TaskKiller extends SparkListener {
        private final SparkContext context;
        private int killed;
        private int failed;
        private int retried; // with success

        TaskKiller(SparkContext context) {
            this.context = context;
        }

        @Override
        public void onTaskStart(SparkListenerTaskStart start) {
            if (start.taskInfo().index() == 1 && start.taskInfo().attemptNumber() == 0) {
                context.killTaskAttempt(start.taskInfo().taskId(), true, "on purpose");
            }
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            killed += end.taskInfo().killed() ? 1 : 0;
            failed += end.taskInfo().failed() ? 1 : 0;
            retried += end.taskInfo().successful() && end.taskInfo().attemptNumber() > 0 ? 1 : 0;
        }
    }

    @Test
    void theModelThatTheDataSuggest() {
        LoyaltyAnalysis analysis = LoyaltyAnalysis.withDefaults()
                .withBehaviour(BehaviourMeasure.EXPECTED_PURCHASES)
                .withForecast(ForecastPlan.within(Horizon.years(1)).withoutBacktest());
        SparkSession session = TestSession.on(2);
        assertSame(
                analysis,
                analysis.run(BASE.log(), BASE.responses(), MadeUpBase.AS_OF),
                BASE.transactions(session, 3, 8),
                BASE.surveys(session, 2, 9));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, 0", "1970-06-30, 3", "1968-02-29, 2"})
    void listOfCustomersYenAndDaysBefore1970(LocalDate asOf, int scale) {
        MadeUpBase base = new MadeUpBase(600, 3, asOf, scale);
        SparkSession session = TestSession.on(2);
        SparkAnalysis analysis = SparkAnalysis.of(ANALYSIS, asOf).withScale(scale);
        LoyaltyReport expected = ANALYSIS.run(base.logOfAll(), base.responses(), base.list(), asOf);
        assertThat(summary(expected).left()).isPositive();
        assertThat(expected.dataReport().laterCustomers()).isPositive();
        try (SparkReport report = analysis.run(
                base.transactions(session, 5, 6), base.surveys(session, 2, 7), base.customers(session, 3, 8))) {
            assertSame(report, expected);
        }
    }

    @Test
    void whoIsListedTwiceCountsAsInTheEarlierRow() {
        SparkSession session = TestSession.on(2);
        Dataset<Row> transactions = session.sql("select 'a' customer_id, date'2026-01-01' date, 1 amount");
        Dataset<Row> list = session.sql("select 'a' customer_id, date'2025-12-01' joined_on, date'2026-02-02' left_on"
                        + " union all select 'a', date'2025-12-01', null union all select 'a', date'2025-11-01', null")
                .repartition(3);
        try (SparkReport report = SparkAnalysis.of(LoyaltyAnalysis.withDefaults(), MadeUpBase.AS_OF)
                .run(transactions, null, list)) {
            assertThat(report.summary().left()).isZero();
            assertThat(report.books().tables().get(1))
                    .isEqualTo(new ReadSummary("customers", 3, Map.of(RejectReason.DUPLICATE_CUSTOMER, 2L)));
        }
    }

    @ParameterizedTest
    @CsvSource({"PARQUET", "CSV"})
    void filesOfBothFormats(InputFormat format) {
        SparkSession session = TestSession.on(2);
        String folder = TestSession.folder("files").toString();
        write(BASE.transactions(session, 4, 6), format, folder + "/transactions");
        write(BASE.surveys(session, 2, 7), format, folder + "/surveys");
        assertSame(
                Tables.open(session, folder + "/transactions", format),
                Tables.open(session, folder + "/surveys", format));
    }

    private static void write(Dataset<Row> table, InputFormat format, String path) {
        var writer = table.write().mode(SaveMode.Overwrite);
        if (format == InputFormat.PARQUET) {
            writer.parquet(path);
        } else {
            writer.option("header", true).csv(path);
        }
    }
}
