package org.loyalty4j.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Iterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.loyalty4j.cli.analyze.AnalysisOptions;
import org.loyalty4j.cli.analyze.CountedSummaryJson;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.profile.BaseCounts;
import org.loyalty4j.profile.BaseSummary;
import org.loyalty4j.profile.BaseTotals;
import org.loyalty4j.profile.CellCounts;
import org.loyalty4j.profile.CustomerFacts;
import org.loyalty4j.profile.CustomerProfiler;
import org.loyalty4j.profile.CustomerReader;
import org.loyalty4j.profile.LearntBase;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyProfile;
import org.loyalty4j.summary.PurchaseAccumulator;

/**
 * The result of a {@link SparkAnalysis}: the table of customers, spread over the cluster, and the aggregates. Nothing of single
 * customers comes to the driver: what it fits is counts by value. Close it to let go of the customers that the cluster keeps.
 */
public final class SparkReport implements AutoCloseable {
    private static final int TREE_DEPTH = 2;
    private static final boolean LAST_ON_EXECUTOR = true; // so that one count comes to the driver, with each value once

    private final int scale;
    private final Dataset<Row> rows; // of customers and of reasons
    private final Books books;
    private final Dataset<Row> customerRows;
    private final FactsOf factsOf;
    private final LearntBase base;
    private final CustomerProfiler profiler;
    private final BaseSummary summary;
    private final Broadcast<CustomerProfiler> everywhere;

    SparkReport(LoyaltyAnalysis analysis, LocalDate asOf, int scale, Dataset<Row> rows, Books books) {
        this.scale = scale;
        this.rows = rows;
        this.books = books;
        this.customerRows = rows.filter(rows.col(Entries.REJECTED).isNull())
                .select(Entries.CUSTOMER, "purchases", "answers", "spell");
        CustomerReader reader = analysis.reader(books.firstDate(), asOf);
        this.factsOf = new FactsOf(reader, scale);
        this.base = learn(reader);
        this.profiler = profiler(base);
        this.summary = addUp();
        this.everywhere = broadcast(profiler);
    }

    /** The first look at the customers: counts by value, to which all is fitted but what goes by the scores. */
    private LearntBase learn(CustomerReader reader) {
        return reader.learn(count(reader.newCounts(), BaseCounts::add, BaseCounts::merge));
    }

    /** The second: counts by score. */
    private CustomerProfiler profiler(LearntBase learnt) {
        return learnt.profiler(count(learnt.newCounts(), CellCounts::add, CellCounts::merge));
    }

    private <C> C count(C nobody, Function2<C, CustomerFacts, C> add, Function2<C, C, C> merge) {
        FactsOf facts = factsOf;
        return customerRows
                .toJavaRDD()
                .treeAggregate(
                        nobody, (some, row) -> add.call(some, facts.of(row)), merge, TREE_DEPTH, LAST_ON_EXECUTOR);
    }

    private <T> Broadcast<T> broadcast(T value) {
        return JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext())
                .broadcast(value);
    }

    /**
     * The table of customers: the columns of {@code customers.csv} of the command line, with types. What is not known is null;
     * exact amounts are decimals, estimates are doubles with all their digits.
     *
     * @return one row a customer of the report, in no order; made anew whenever it is used
     */
    public Dataset<Row> customers() {
        FactsOf facts = factsOf;
        Broadcast<CustomerProfiler> known = everywhere;
        MapPartitionsFunction<Row, LoyaltyProfile> profiles =
                partition -> known.value().profiles(facts.of(partition));
        return CustomerTable.of(customerRows, profiles, scale);
    }

    /**
     * What profiles are made with: keep it, and it scores single customers in any process.
     *
     * @return the profiler
     */
    public CustomerProfiler profiler() {
        return profiler;
    }

    /**
     * Where every transaction went, those that could not be used among them.
     *
     * @return the counts
     */
    public DataReport dataReport() {
        return summary.dataReport().withRejected(books.transactions().rejectedByKey());
    }

    /**
     * The aggregates: each equal to what the report of one process says of the same customers.
     *
     * @return the aggregates, whose data report does not know of rows that could not be used
     */
    public BaseSummary summary() {
        return summary;
    }

    /** The third look at the customers, after which they need not be looked at again for any aggregate. */
    private BaseSummary addUp() {
        return count(profiler.newTotals(), BaseTotals::add, BaseTotals::merge).summary();
    }

    /** What the command line writes of the same customers, as far as counts give it. */
    String summaryJson(AnalysisOptions options) {
        return CountedSummaryJson.text(books.tables(), dataReport(), summary, base, profiler, options);
    }

    Books books() {
        return books;
    }

    int scale() {
        return scale;
    }

    @Override
    public void close() {
        everywhere.destroy();
        rows.unpersist();
    }

    @Override
    public String toString() {
        return "SparkReport of " + profiler;
    }

    /** Reads the facts of one customer off a row of the table that is kept. */
    private record FactsOf(CustomerReader reader, int scale) implements Serializable {
        CustomerFacts of(Row row) {
            String customerId = row.getString(0);
            return reader.read(
                    customerId,
                    scale,
                    row.isNullAt(1) ? null : PurchaseAccumulator.ofBytes(row.getAs(1)),
                    CustomerRows.responses(customerId, row.getList(2)),
                    CustomerRows.spells(customerId, row.getList(3)));
        }

        Iterator<CustomerFacts> of(Iterator<Row> partition) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return partition.hasNext();
                }

                @Override
                public CustomerFacts next() {
                    return FactsOf.this.of(partition.next());
                }
            };
        }
    }
}
