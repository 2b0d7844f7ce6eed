package org.loyalty4j.cli.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.loyalty4j.data.Transaction;

/** Writes customers drawn from a model to two files, one customer after the other. */
final class ModelWriter implements AutoCloseable {
    static final String HISTORIES = "histories.csv";

    private final BufferedWriter transactions;
    private final BufferedWriter histories;
    private long transactionRows;

    /** Opens the files, each at the place its name is turned into; the last column of the histories has its own name. */
    ModelWriter(Function<String, Path> place, String lastColumn) throws IOException {
        transactions =
                SimulationWriter.open(place, SimulationWriter.TRANSACTIONS, SimulationWriter.TRANSACTION_COLUMNS);
        histories = SimulationWriter.open(place, HISTORIES, "customer_id,x,t_x," + lastColumn);
    }

    void write(ModelCustomer customer) throws IOException {
        for (Transaction row : customer.transactions()) {
            transactions.write(SimulationWriter.line(row));
        }
        histories.write(customer.customerId() + ',' + String.join(",", customer.history()) + '\n');
        transactionRows += customer.transactions().size();
    }

    long transactionRows() {
        return transactionRows;
    }

    @Override
    public void close() throws IOException {
        try (transactions) {
            histories.close();
        }
    }
}
