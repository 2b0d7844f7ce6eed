package org.loyalty4j.benchmarks.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.loyalty4j.benchmarks.data.ShopRows;
import org.loyalty4j.benchmarks.side.Logs;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a transaction costs on one thread: an operation is one transaction of a million, of 50,000 customers, in no order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Inner.ROWS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TransactionLoops {
    private static final int CUSTOMERS = Inner.ROWS / 20;

    private int[] customer = {};
    private String[] text = {};
    private int[] day = {};
    private long[] amount = {};
    private List<Transaction> records = List.of();
    private TransactionLog log = TransactionLog.builder(2).build();

    /** Makes the rows. */
    @Setup
    public void setUp() {
        ShopRows shop = new ShopRows(Inner.ROWS, CUSTOMERS, Inner.SEED);
        customer = shop.customerColumn();
        day = shop.dayColumn();
        amount = shop.amountColumn();
        text = new String[Inner.ROWS];
        Arrays.setAll(text, row -> ShopRows.textId(customer[row]));
        records = shop.transactions();
        log = Logs.of(customer, day, amount, 1);
    }

    /** Brings a row into the log: the id is a number. */
    @Benchmark
    public TransactionLog loadNumberId() {
        return Logs.of(customer, day, amount, 1);
    }

    /** Brings a row into the log: the id is a text. */
    @Benchmark
    public TransactionLog loadTextId() {
        return Logs.of(text, day, amount, 1);
    }

    /** Brings a record into the log. */
    @Benchmark
    public TransactionLog loadRecord() {
        return Logs.of(records, 1);
    }

    /** Adds a row of a log to the summary of its customer. */
    @Benchmark
    public PurchaseSummaries aggregate() {
        return PurchaseSummaries.of(log, ShopRows.AS_OF);
    }
}
