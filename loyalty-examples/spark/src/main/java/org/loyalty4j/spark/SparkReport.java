package org.loyalty4j.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.profile.BaseCounts;
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
    private static final DataReport NOTHING = new DataReport(Map.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);

    private final int scale;
    private final Dataset<Row> rows; // of customers and of reasons
    private final Books books;
    private final Dataset<Row> customerRows;
    private final FactsOf factsOf;
    private final CustomerProfiler profiler;
    private final DataReport dataReport;
    private final Broadcast<CustomerProfiler> everywhere;

    SparkReport(LoyaltyAnalysis analysis, LocalDate asOf, int scale, Dataset<Row> rows, Books books) {
        this.scale = scale;
        this.rows = rows;
        this.books = books;
        this.customerRows =
                rows.filter(rows.col(Entries.REJECTED).isNull()).select(Entries.CUSTOMER, "purchases", "answers");
        CustomerReader reader = analysis.reader(books.firstDate(), asOf);
        this.factsOf = new FactsOf(reader, scale);
        this.profiler = learn(reader);
        this.dataReport = addUp();
        this.everywhere = broadcast(profiler);
    }

    /** Counts twice, fits in between: the second counts are by the scores of the first. */
    private CustomerProfiler learn(CustomerReader reader) {
        FactsOf facts = factsOf;
        JavaRDD<Row> customers = customerRows.toJavaRDD();
        BaseCounts counts = customers.treeAggregate(
                reader.newCounts(), (some, row) -> some.add(facts.of(row)), BaseCounts::merge, TREE_DEPTH);
        LearntBase base = reader.learn(counts);
        CellCounts cells = customers.treeAggregate(
                base.newCounts(), (some, row) -> some.add(facts.of(row)), CellCounts::merge, TREE_DEPTH);
        return base.profiler(cells);
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
        MapPartitionsFunction<Row, LoyaltyProfile> profiles = partition -> profiles(known.value(), facts, partition);
        return CustomerTable.of(customerRows, profiles, scale);
    }

    private static Iterator<LoyaltyProfile> profiles(CustomerProfiler profiler, FactsOf facts, Iterator<Row> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
                .flatMap(row -> profiler.profile(facts.of(row)).stream())
                .iterator();
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
        return dataReport;
    }

    /** Adds the parts of all customers up: exact counts, the same in any order. */
    private DataReport addUp() {
        FactsOf facts = factsOf;
        return customerRows
                .filter(functions.col("purchases").isNotNull())
                .toJavaRDD()
                .treeAggregate(
                        NOTHING, (report, row) -> report.plus(facts.dataReport(row)), DataReport::plus, TREE_DEPTH)
                .withRejected(books.rejected(Source.TRANSACTIONS));
    }

    LocalDate asOf() {
        return profiler.reader().asOf();
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
                    List.of());
        }

        /** A customer's part of the data report; whoever came only after the end is in no count but that of such. */
        DataReport dataReport(Row row) {
            PurchaseAccumulator rows = PurchaseAccumulator.ofBytes(row.getAs(1));
            DataReport part = rows.dataReport(reader.analysis().rules(), reader.asOf(), reader.firstDate());
            boolean later = rows.firstDate().filter(reader.asOf()::isBefore).isPresent();
            return later
                    ? NOTHING.withLaterCustomers(
                            1, part.afterEnd(), rows.lastDate().orElse(null))
                    : part;
        }
    }
}
