package org.loyalty4j.cli.simulate;

import java.util.List;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.Transaction;

/**
 * A made-up customer with everything that is on record about them.
 *
 * @param customer the customer
 * @param transactions purchases and refunds, in order of date
 * @param responses survey answers, in order of date
 */
public record SimulatedCustomer(Customer customer, List<Transaction> transactions, List<SurveyResponse> responses) {

    public SimulatedCustomer {
        transactions = List.copyOf(transactions);
        responses = List.copyOf(responses);
    }
}
