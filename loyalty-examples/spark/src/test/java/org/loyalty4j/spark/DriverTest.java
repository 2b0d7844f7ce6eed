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

    /** The bytes of the results of all tasks of a whole run. */
    private static long bytesToDriver(SparkSession session, int customers) throws Exception {
        AtomicLong bytes = new AtomicLong();
        SparkListener meter = new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                if (end.taskMetrics() != null) {
                    bytes.addAndGet(end.taskMetrics().resultSize());
                }
            }
        };
        session.sparkContext().addSparkListener(meter);
        try {
            Results results = new Results(session, TestSession.folder("driver").toString(), false);
            try (SparkReport report =
                    SparkAnalysis.of(ANALYSIS, LocalDate.of(2026, 6, 30)).run(fewKinds(session, customers))) {
                results.write(report, new AnalysisOptions());
                assertThat(report.dataReport().buyers()).isEqualTo(customers);
            }
        } finally {
            session.sparkContext().listenerBus().waitUntilEmpty();
            session.sparkContext().removeSparkListener(meter);
        }
        return bytes.get();
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
        long few = bytesToDriver(session, 600);
        long many = bytesToDriver(session, 12_000);
        assertThat(many - few).isLessThan(12_000); // less than a byte a customer
    }
}
