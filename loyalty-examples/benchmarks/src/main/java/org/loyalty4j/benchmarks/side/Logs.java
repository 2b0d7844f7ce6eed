package org.loyalty4j.benchmarks.side;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.loyalty4j.cli.input.PurchaseRuleOptions;
import org.loyalty4j.cli.input.ReadTransactions;
import org.loyalty4j.cli.input.TransactionInputOptions;
import org.loyalty4j.cli.input.TransactionSource;
import org.loyalty4j.data.LogLoader;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The ways into a log that the comparisons measure, each called as a user would. */
public final class Logs {
    private Logs() {}

    /** Columns with numbers as ids. */
    public static TransactionLog of(int[] customer, int[] day, long[] amount, int threads) {
        return LogLoader.withDefaults().withParallelism(threads).of(customer, day, amount);
    }

    /** Columns with texts as ids. */
    public static TransactionLog of(String[] customer, int[] day, long[] amount, int threads) {
        return LogLoader.withDefaults().withParallelism(threads).of(customer, day, amount);
    }

    /** Records. */
    public static TransactionLog of(List<Transaction> transactions, int threads) {
        return LogLoader.withDefaults().withParallelism(threads).of(transactions);
    }

    /** A file of comma-separated values with a header, read as the commands read it, on all processors of this process. */
    public static TransactionLog read(Path file) {
        FileOptions options = new FileOptions();
        new CommandLine(options).parseArgs("--transactions", file.toString(), "--strict");
        int threads = Runtime.getRuntime().availableProcessors();
        return ReadTransactions.read(options.source, options.format, options.rules, threads)
                .log();
    }

    /** The options of a command that reads transactions. */
    @Command
    private static final class FileOptions {
        @ArgGroup(multiplicity = "1")
        private TransactionSource source = new TransactionSource();

        @Mixin
        private final TransactionInputOptions format = new TransactionInputOptions();

        @Mixin
        private final PurchaseRuleOptions rules = new PurchaseRuleOptions();
    }

    /** One summary a customer. */
    public static PurchaseSummaries summaries(TransactionLog log, LocalDate asOf, int threads) {
        return PurchaseSummaries.of(log, PurchaseRules.withDefaults(), asOf, threads);
    }
}
