package org.loyalty4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.summary.PurchaseAccumulator;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;

class CustomerAggregatorTest {
    @Test
    void summariesAndReportAreThoseOfTheLog() {
        SparkSession session = TestSession.on(2);
        MadeUpBase base = new MadeUpBase(1_000, 5);
        TransactionLog log = base.log();
        PurchaseSummaries expected = PurchaseSummaries.of(log, PurchaseRules.withDefaults(), MadeUpBase.AS_OF);
        Dataset<Row> entries = SparkAnalysis.of(LoyaltyAnalysis.withDefaults(), MadeUpBase.AS_OF)
                .transactions(base.transactions(session, 17, 3));
        Dataset<Row> customers = CustomerAggregator.byCustomer(entries, 2);
        Books books = Books.of(customers, Set.of(Source.TRANSACTIONS));
        List<PurchaseSummary> summaries = new ArrayList<>();
        DataReport report = null;
        for (Row row : customers.collectAsList()) {
            PurchaseAccumulator rows = PurchaseAccumulator.ofBytes(row.<byte[]>getAs("purchases"));
            summaries.add(rows.summary(PurchaseRules.withDefaults(), MadeUpBase.AS_OF));
            DataReport part = rows.dataReport(PurchaseRules.withDefaults(), MadeUpBase.AS_OF, books.firstDate());
            report = report == null ? part : report.plus(part);
        }
        summaries.sort(Comparator.comparing(PurchaseSummary::customerId));
        assertThat(summaries).isEqualTo(expected);
        assertThat(report).isEqualTo(expected.dataReport());
        assertThat(books.transactions().used()).isEqualTo(base.rows());
    }
}
