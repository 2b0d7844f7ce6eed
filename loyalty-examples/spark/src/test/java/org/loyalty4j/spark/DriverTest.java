package org.loyalty4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.btyd.PurchaseModelKind;
import org.loyalty4j.cli.analyze.AnalysisOptions;
import org.loyalty4j.profile.ForecastPlan;
import org.loyalty4j.profile.LoyaltyAnalysis;

/** What comes to the driver: counts by value, and nothing of single customers. */
class DriverTest {
    private static final LoyaltyAnalysis ANALYSIS = LoyaltyAnalysis.withDefaults()
            .withForecast(ForecastPlan.within(Horizon.years(1))
                    .withChoice(PurchaseModelChoice.of(PurchaseModelKind.BG_NBD))
                    .withoutBacktest());

    /** More than a task says of itself. */
    private static final long ACCOUNTS = 20_000;

    @FunctionalInterface
    private interface Run {
        void run() throws Exception;
    }

    /** The bytes that tasks of a run send to the driver, of those whose results are no shorter than said. */
    private static long bytesToDriver(SparkSession session, long shortest, Run run) throws Exception {
        AtomicLong bytes = new AtomicLong();
        SparkListener meter = new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                if (end.taskMetrics() != null && end.taskMetrics().resultSize() >= shortest) {
                    bytes.addAndGet(end.taskMetrics().resultSize());
                }
            }
        };
        session.sparkContext().addSparkListener(meter);
        try {
            run.run();
        } finally {
            session.sparkContext().listenerBus().waitUntilEmpty();
            session.sparkContext().removeSparkListener(meter);
        }
        return bytes.get();
    }

    private static SparkReport report(Dataset<Row> transactions) {
        return SparkAnalysis.of(ANALYSIS, LocalDate.of(2026, 6, 30)).run(transactions);
    }

    private static long bytesOfWholeRun(SparkSession session, int customers) throws Exception {
        return bytesToDriver(session, 0, () -> {
            Results results = new Results(session, TestSession.folder("driver").toString(), false);
            try (SparkReport report = report(fewKinds(session, customers))) {
                results.write(report, new AnalysisOptions());
                assertThat(report.dataReport().buyers()).isEqualTo(customers);
            }
        });
    }

    /** The bytes of what is fitted, where partitions share most of their values. */
    private static long bytesOfCounts(SparkSession session, int partitions) throws Exception {
        session.conf().set("spark.sql.shuffle.partitions", Integer.toString(partitions));
        try {
            return bytesToDriver(
                    session, ACCOUNTS, () -> report(manySpends(session)).close());
        } finally {
            session.conf().set("spark.sql.shuffle.partitions", TestSession.SHUFFLE_PARTITIONS);
        }
    }

    /** 30,000 customers with 3,000 spends. */
    private static Dataset<Row> manySpends(SparkSession session) {
        return session.range(0, 30_000, 1, 2)
                .selectExpr(
                        "cast(id as string) as customer_id",
                        "date'2026-01-01' as date",
                        "cast(1 + id % 3000 as decimal(18, 2)) as amount");
    }

    /** Customers of twelve kinds, so that however many they are, there is no more to count. */
    private static Dataset<Row> fewKinds(SparkSession session, int customers) {
        return session.range(0, customers, 1, 3)
                .selectExpr("id", "explode(sequence(0, cast(id % 12 as int))) as purchase")
                .selectExpr(
                        "concat('customer-with-a-long-name-', cast(id as string)) as customer_id",
                        "date_add(date'2025-01-01', cast(purchase * (7 + id % 12) as int)) as date",
                        "cast(10 + id % 12 as decimal(18, 2)) as amount");
    }

    @Test
    void bytesDoNotGrowWithTheCustomers() throws Exception {
        SparkSession session = TestSession.on(2);
        long few = bytesOfWholeRun(session, 600);
        long many = bytesOfWholeRun(session, 12_000);
        assertThat(many - few).isLessThan(12_000); // less than a byte a customer
    }

    @Test
    void countsComeOnceHoweverManyThePartitions() throws Exception {
        SparkSession session = TestSession.on(2);
        long fromFew = bytesOfCounts(session, 2);
        long fromMany = bytesOfCounts(session, 36);
        long least = 3_000L * 2 * Long.BYTES; // each spend, and how many customers have it
        assertThat(fromMany).isBetween(least, fromFew + fromFew / 2);
    }
}
