package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.BgBb;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.internal.Checks;

/**
 * Residual value where purchases can happen only at opportunities, such as a year's donation:
 *
 * <pre>{@code
 * value = discounted expected transactions x expected spend per transaction x margin
 * }</pre>
 *
 * <p>The k-th opportunity from now lies k periods of the model ahead. Spend and intervals are as in {@link ResidualValue}.
 *
 * <p>Source: Fader, Hardie and Shang (2010), equation 14.
 */
public final class OpportunityValue implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ModelPart<BgBb> transactions;
    private final SpendPart spend;

    private OpportunityValue(ModelPart<BgBb> transactions, SpendPart spend) {
        this.transactions = transactions;
        this.spend = spend;
    }

    /**
     * Values by two models, without intervals.
     *
     * @param transactions the model of transactions
     * @param spend the model of spend
     * @return the procedure
     */
    public static OpportunityValue of(BgBb transactions, GammaGamma spend) {
        return new OpportunityValue(
                new ModelPart<>(Objects.requireNonNull(transactions, "transactions"), null), SpendPart.of(spend));
    }

    /**
     * Values by two fitted models, with intervals where both fits know their uncertainty.
     *
     * @param transactions the fitted model of transactions
     * @param spend the fitted model of spend
     * @return the procedure
     */
    public static OpportunityValue of(Fit<BgBb> transactions, Fit<GammaGamma> spend) {
        Objects.requireNonNull(transactions, "transactions");
        SpendPart part = SpendPart.of(spend);
        return new OpportunityValue(new ModelPart<>(transactions.model(), transactions), part);
    }

    /**
     * The same with the median of a customer's mean spend in place of its expectation.
     *
     * @return the changed procedure
     */
    public OpportunityValue withMedianSpend() {
        return new OpportunityValue(transactions, spend.withMedian());
    }

    /**
     * The same with intervals of another level.
     *
     * @param level the confidence level, in (0, 1)
     * @return the changed procedure
     * @throws IllegalArgumentException if the level is out of range
     */
    public OpportunityValue withConfidence(double level) {
        return new OpportunityValue(transactions, spend.withConfidence(level));
    }

    /**
     * The value of one customer. A horizon counts the opportunities that fall into it, that at its end included.
     *
     * @param customer the customer and the terms
     * @return the value
     * @throws IllegalArgumentException if the expected spend is undefined (q &lt;= 1), the value for ever has no bound, or the
     *     horizon holds more than 2^31 - 1 opportunities
     */
    public CustomerValue value(OpportunityCase customer) {
        return value(customer, discounted(customer));
    }

    /**
     * The values of many customers; what follows from equal histories on equal terms is computed once.
     *
     * @param customers the customers and the terms of each
     * @return one value a customer, in their order
     * @throws IllegalArgumentException as {@link #value} does
     */
    public List<CustomerValue> values(List<OpportunityCase> customers) {
        Map<OpportunityCase, Uncertain> distinct = new HashMap<>();
        return customers.stream()
                .map(customer -> value(customer, distinct.computeIfAbsent(customer.ofAnyCustomer(), this::discounted)))
                .toList();
    }

    private CustomerValue value(OpportunityCase customer, Uncertain discountedTransactions) {
        return spend.value(
                customer.history().customerId(),
                discountedTransactions,
                spend.expected(customer.spend().orElse(null), hasIntervals()),
                customer.terms().margin());
    }

    private Uncertain discounted(OpportunityCase customer) {
        return customer.terms()
                .bounded(transactions.at(model -> discounted(model, customer), hasIntervals()), transactions.model());
    }

    private static double discounted(BgBb model, OpportunityCase customer) {
        ValueTerms terms = customer.terms();
        return terms.horizon() != null
                ? model.discountedTransactions(
                        customer.history(), opportunities(terms.horizon(), model.unit()), terms.discountRate())
                : model.discountedTransactions(customer.history(), terms.discountRate())
                        .orElse(Double.NaN);
    }

    /** How many opportunities fall into a horizon. */
    static int opportunities(Horizon horizon, PeriodUnit unit) {
        double opportunities = Values.payments(horizon, unit, FirstPayment.END_OF_FIRST_PERIOD_CERTAIN);
        return (int) Checks.inClosed(opportunities, 0, Integer.MAX_VALUE, "opportunities");
    }

    private boolean hasIntervals() {
        return transactions.hasUncertainty() && spend.part().hasUncertainty();
    }

    @Override
    public String toString() {
        return "OpportunityValue[" + transactions.model() + ", " + spend + "]";
    }
}
