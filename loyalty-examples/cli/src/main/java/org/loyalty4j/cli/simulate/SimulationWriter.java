package org.loyalty4j.cli.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.Transaction;

/** Writes made-up customers to three files, one customer after the other, so that their number costs no memory. */
final class SimulationWriter implements AutoCloseable {
    static final String TRANSACTIONS = "transactions.csv";
    static final String SURVEYS = "surveys.csv";
    static final String CUSTOMERS = "customers.csv";
    static final String TRANSACTION_COLUMNS = "customer_id,date,amount";
    static final List<String> FILES = List.of(TRANSACTIONS, SURVEYS, CUSTOMERS);

    private final BufferedWriter transactions;
    private final BufferedWriter surveys;
    private final BufferedWriter customers;
    private long transactionRows;
    private long surveyRows;

    /** Opens the three files, each at the place its name is turned into. */
    SimulationWriter(Function<String, Path> place) throws IOException {
        transactions = open(place, TRANSACTIONS, TRANSACTION_COLUMNS);
        surveys = open(place, SURVEYS, "customer_id,date,score");
        customers = open(place, CUSTOMERS, "customer_id,joined_on,left_on");
    }

    static BufferedWriter open(Function<String, Path> place, String name, String columns) throws IOException {
        BufferedWriter file = Files.newBufferedWriter(place.apply(name));
        file.write(columns + '\n');
        return file;
    }

    static String line(Transaction row) {
        return row.customerId() + ',' + row.date() + ',' + row.amount().toPlainString() + '\n';
    }

    void write(SimulatedCustomer simulated) throws IOException {
        Customer customer = simulated.customer();
        customers.write(customer.id()
                + ','
                + customer.joinedOn()
                + ','
                + (customer.leftOn() == null ? "" : customer.leftOn())
                + '\n');
        for (Transaction row : simulated.transactions()) {
            transactions.write(line(row));
        }
        for (SurveyResponse row : simulated.responses()) {
            surveys.write(row.customerId() + ',' + row.date() + ',' + row.score() + '\n');
        }
        transactionRows += simulated.transactions().size();
        surveyRows += simulated.responses().size();
    }

    long transactionRows() {
        return transactionRows;
    }

    long surveyRows() {
        return surveyRows;
    }

    @Override
    public void close() throws IOException {
        try (transactions;
                surveys) {
            customers.close();
        }
    }
}
