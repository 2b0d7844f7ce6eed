package org.loyalty4j.benchmarks.side;

import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.loyalty4j.cli.input.Columns;
import org.loyalty4j.cli.input.FileFormat;
import org.loyalty4j.cli.input.Progress;
import org.loyalty4j.cli.input.RejectedRows;
import org.loyalty4j.cli.input.RowSource;
import org.loyalty4j.cli.input.RowSources;
import org.loyalty4j.cli.input.Table;
import org.loyalty4j.cli.input.TransactionReader;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;

/** The ways into a log that the comparisons measure, each called as a user would. */
public final class Logs {
    private Logs() {}

    /** Columns with numbers as ids. */
    public static TransactionLog of(int[] customer, int[] day, long[] amount, int threads) {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int row = 0; row < customer.length; row++) {
            log.add(customer[row], day[row], amount[row]);
        }
        return log.build();
    }

    /** Columns with texts as ids. */
    public static TransactionLog of(String[] customer, int[] day, long[] amount, int threads) {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int row = 0; row < customer.length; row++) {
            log.add(customer[row], day[row], amount[row]);
        }
        return log.build();
    }

    /** Records. */
    public static TransactionLog of(List<Transaction> transactions, int threads) {
        return TransactionLog.of(transactions);
    }

    /** A file of comma-separated values with a header. */
    public static TransactionLog read(Path file, int threads) {
        FileFormat format = FileFormat.withDefaults();
        TransactionLog.Builder log = TransactionLog.builder(2);
        try (RowSource rows = RowSources.file(file, format, Progress.NONE);
                RejectedRows rejected = new RejectedRows(Writer.nullWriter(), true)) {
            new TransactionReader(Columns.of(Table.TRANSACTIONS), format, 2, false, false)
                    .read(rows, log::add, rejected);
        }
        return log.build();
    }
}
