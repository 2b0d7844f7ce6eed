package org.loyalty4j.cli.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.input.ReadRows;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.input.ReadTransactions;
import org.loyalty4j.cli.input.RejectedRows;
import org.loyalty4j.cli.input.SideInputOptions;
import org.loyalty4j.cli.input.TransactionInputOptions;
import org.loyalty4j.cli.input.TransactionSource;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;

/**
 * What was read: the records, and what became of the rows.
 *
 * @param log the transactions, with every customer who is known from either file
 * @param transactions what became of the rows of transactions
 * @param surveys the survey answers; empty if no file was given
 * @param customers the customers; empty if no file was given
 */
record Inputs(
        TransactionLog log,
        ReadSummary transactions,
        Optional<ReadRows<SurveyResponse>> surveys,
        Optional<ReadRows<Customer>> customers) {

    static Inputs read(
            TransactionSource source,
            TransactionInputOptions main,
            SideInputOptions side,
            boolean rejectRefunds,
            int threads,
            RejectedRows rejected) {
        Optional<ReadRows<SurveyResponse>> surveys = Optional.empty();
        Optional<ReadRows<Customer>> customers = Optional.empty();
        if (!side.files().isEmpty()) {
            try (ProgressBars.Task task = ProgressBars.show("Reading surveys and customers")) {
                surveys = side.readSurveys(main, rejected, task);
                customers = side.readCustomers(main, rejected, task);
            }
        }
        List<String> known = customers.map(ReadRows::rows).orElse(List.of()).stream()
                .map(Customer::id)
                .toList();
        try (ProgressBars.Task task = ProgressBars.show("Reading transactions")) {
            ReadTransactions transactions = main.read(source, rejectRefunds, known, threads, rejected, task);
            return new Inputs(transactions.log(), transactions.summary(), surveys, customers);
        }
    }

    List<SurveyResponse> responses() {
        return surveys.map(ReadRows::rows).orElse(List.of());
    }

    List<Customer> customerRecords() {
        return customers.map(ReadRows::rows).orElse(List.of());
    }

    /** The summaries of all files, transactions first. */
    List<ReadSummary> summaries() {
        List<ReadSummary> summaries = new ArrayList<>();
        summaries.add(transactions);
        surveys.map(ReadRows::summary).ifPresent(summaries::add);
        customers.map(ReadRows::summary).ifPresent(summaries::add);
        return summaries;
    }
}
