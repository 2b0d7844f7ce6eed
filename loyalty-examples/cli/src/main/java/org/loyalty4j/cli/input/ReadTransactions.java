package org.loyalty4j.cli.input;

import java.io.Writer;
import java.util.List;
import org.loyalty4j.data.TransactionLog;

/**
 * Transactions as they were read.
 *
 * @param log the transactions
 * @param summary what became of the rows
 */
public record ReadTransactions(TransactionLog log, ReadSummary summary) {

    /**
     * Reads transactions; rows that cannot be used are counted, and under {@code --strict} end the run.
     *
     * @param source where they are
     * @param format how they are written
     * @param rules how rows become purchases
     * @param threads how many threads read, in [1, 1024]
     * @return the transactions
     * @throws InputException if there is no row, none can be used, or the source cannot be read
     */
    public static ReadTransactions read(
            TransactionSource source, TransactionInputOptions format, PurchaseRuleOptions rules, int threads) {
        try (ProgressBars.Task task = ProgressBars.show("Reading transactions");
                RejectedRows rejected = new RejectedRows(Writer.nullWriter(), format.strict())) {
            return format.read(source, rules.rejectsRefunds(), List.of(), threads, rejected, task);
        }
    }
}
