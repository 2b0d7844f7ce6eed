package org.loyalty4j.cli.simulate;

import java.util.List;
import org.loyalty4j.data.Transaction;

/**
 * A customer drawn from a model: the purchases, and the history as the model sees it.
 *
 * @param transactions the purchases, in order of date
 * @param history x, t_x and T (BG/BB: n), as text
 */
record ModelCustomer(List<Transaction> transactions, List<String> history) {

    ModelCustomer {
        transactions = List.copyOf(transactions);
        history = List.copyOf(history);
    }

    String customerId() {
        return transactions.get(0).customerId();
    }
}
