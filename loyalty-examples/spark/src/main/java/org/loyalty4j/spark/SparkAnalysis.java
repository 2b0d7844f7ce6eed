package org.loyalty4j.spark;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Scale;
import org.loyalty4j.cli.input.FileFormat;
import org.loyalty4j.cli.input.RecordReader;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.profile.LoyaltyAnalysis;

/**
 * A {@link LoyaltyAnalysis} on Spark, configured once and run on any tables. It gives each customer the profile that the same
 * analysis gives in one process, to the bit, whatever the order of the rows and the number of partitions.
 *
 * <pre>{@code
 * try (SparkReport report = SparkAnalysis.of(LoyaltyAnalysis.withDefaults(), LocalDate.of(2026, 6, 30))
 *         .run(session.read().parquet("transactions"))) {
 *     report.customers().write().parquet("customers");
 * }
 * }</pre>
 *
 * <p>Money has two decimals, points in time are refused, and the columns are those of {@link InputColumns} unless said
 * otherwise. Each {@code with} method returns a changed copy.
 */
public final class SparkAnalysis {
    private final LoyaltyAnalysis analysis;
    private final LocalDate asOf;
    private final int scale;
    private final @Nullable ZoneId zone;
    private final InputColumns transactionColumns;
    private final InputColumns surveyColumns;
    private final InputColumns customerColumns;

    private SparkAnalysis(Draft draft) {
        this.analysis = draft.analysis;
        this.asOf = draft.asOf;
        this.scale = draft.scale;
        this.zone = draft.zone;
        this.transactionColumns = Objects.requireNonNull(draft.transactionColumns, "columns");
        this.surveyColumns = Objects.requireNonNull(draft.surveyColumns, "columns");
        this.customerColumns = Objects.requireNonNull(draft.customerColumns, "columns");
        RecordReader.requireScale(scale);
    }

    private SparkAnalysis with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new SparkAnalysis(draft);
    }

    /**
     * An analysis on Spark.
     *
     * @param analysis what is analysed, and how
     * @param asOf the last day observed; what is dated later is left out and counted
     * @return the analysis
     */
    public static SparkAnalysis of(LoyaltyAnalysis analysis, LocalDate asOf) {
        return new SparkAnalysis(
                new Draft(Objects.requireNonNull(analysis, "analysis"), Objects.requireNonNull(asOf, "asOf")));
    }

    /**
     * This analysis of money with other decimals.
     *
     * @param decimals of the currency, in [0, 9]: 0 for yen
     * @return the changed analysis
     * @throws IllegalArgumentException if they are out of range
     */
    public SparkAnalysis withScale(int decimals) {
        return with(draft -> draft.scale = decimals);
    }

    /**
     * This analysis with points in time, which need a calendar to fall on a day.
     *
     * @param calendar the zone of the calendar
     * @return the changed analysis
     */
    public SparkAnalysis withZone(ZoneId calendar) {
        return with(draft -> draft.zone = Objects.requireNonNull(calendar, "calendar"));
    }

    /**
     * This analysis of tables with other columns.
     *
     * @param transactions the columns of the transactions
     * @param surveys the columns of the answers
     * @param customers the columns of the list of customers
     * @return the changed analysis
     */
    public SparkAnalysis withColumns(InputColumns transactions, InputColumns surveys, InputColumns customers) {
        return with(draft -> {
            draft.transactionColumns = transactions;
            draft.surveyColumns = surveys;
            draft.customerColumns = customers;
        });
    }

    /**
     * Runs the analysis of transactions alone.
     *
     * @param transactions the table of transactions
     * @return the report, to be closed
     * @throws IllegalArgumentException as {@link #run(Dataset, Dataset, Dataset)} does
     */
    public SparkReport run(Dataset<Row> transactions) {
        return run(transactions, null, null);
    }

    /**
     * Runs the analysis. Models are fitted when this returns; the customers are scored when the report is asked for them.
     *
     * @param transactions the table of transactions
     * @param surveys the table of answers; null for none
     * @param customers the list of customers, who need not have bought; null for none
     * @return the report, to be closed
     * @throws IllegalArgumentException if a column is missing or of an unfit type, no row can be used, or as
     *     {@link LoyaltyAnalysis#run} does
     */
    public SparkReport run(
            Dataset<Row> transactions, @Nullable Dataset<Row> surveys, @Nullable Dataset<Row> customers) {
        Set<Source> given = EnumSet.of(Source.TRANSACTIONS);
        Dataset<Row> entries = transactions(transactions);
        if (surveys != null) {
            given.add(Source.SURVEYS);
            entries = entries.union(answers(surveys));
        }
        if (customers != null) {
            given.add(Source.CUSTOMERS);
            entries = entries.union(customers(customers));
        }
        Dataset<Row> rows = CustomerAggregator.byCustomer(entries, scale).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return new SparkReport(analysis, asOf, scale, rows, Books.of(rows, given));
        } catch (RuntimeException failed) {
            rows.unpersist();
            throw failed;
        }
    }

    Dataset<Row> transactions(Dataset<Row> table) {
        boolean rejectRefunds = analysis.rules().refunds() == RefundPolicy.REJECT;
        ZoneId calendar = zone;
        int decimals = scale;
        return Entries.of(
                table,
                transactionColumns,
                Source.TRANSACTIONS,
                () -> RecordReader.ofTransactions(dates(calendar), decimals, rejectRefunds));
    }

    private Dataset<Row> answers(Dataset<Row> table) {
        Scale question = analysis.scale();
        ZoneId calendar = zone;
        return Entries.of(
                table, surveyColumns, Source.SURVEYS, () -> RecordReader.ofAnswers(dates(calendar), question));
    }

    private Dataset<Row> customers(Dataset<Row> table) {
        ZoneId calendar = zone;
        return Entries.of(table, customerColumns, Source.CUSTOMERS, () -> RecordReader.ofCustomers(dates(calendar)));
    }

    private static FileFormat dates(@Nullable ZoneId calendar) {
        return FileFormat.withDefaults().withZone(calendar);
    }

    @Override
    public String toString() {
        return "SparkAnalysis as of " + asOf + ": " + analysis
                + Optional.ofNullable(zone).map(known -> ", zone " + known).orElse("");
    }

    /** The choices of an analysis being changed. */
    private static final class Draft {
        private final LoyaltyAnalysis analysis;
        private final LocalDate asOf;
        private int scale = 2;
        private @Nullable ZoneId zone;
        private InputColumns transactionColumns = InputColumns.transactions();
        private InputColumns surveyColumns = InputColumns.surveys();
        private InputColumns customerColumns = InputColumns.customers();

        Draft(LoyaltyAnalysis analysis, LocalDate asOf) {
            this.analysis = analysis;
            this.asOf = asOf;
        }

        Draft(SparkAnalysis from) {
            this(from.analysis, from.asOf);
            scale = from.scale;
            zone = from.zone;
            transactionColumns = from.transactionColumns;
            surveyColumns = from.surveyColumns;
            customerColumns = from.customerColumns;
        }
    }
}
