package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistory;

/**
 * Residual value by model: what a customer is expected still to bring,
 *
 * <pre>{@code
 * value = discounted expected purchases x expected spend per purchase x margin
 * }</pre>
 *
 * <p>Purchases already made, the latest included, are not in it. The spend of a purchase is taken to be independent of how
 * often the customer buys, as the Gamma-Gamma model does; {@link org.loyalty4j.summary.SpendFrequencyCorrelation} checks it. A
 * customer without a repeat purchase is expected to spend as the base does.
 *
 * <p>Made from {@linkplain Fit fits}, the value comes with a confidence interval by the delta method: the fits are taken as
 * independent, so that the variances of the logarithms of the two parts add up, and the interval is {@code value exp(-+ z sd)}.
 * It says how well the <em>expected</em> value is known; what one customer will really bring varies far more. There is no interval
 * where a part has no bound for parameters as close as 1e-4 to those fitted, such as a value for ever at a rate of zero with s
 * next to 1.
 *
 * <p>Source: Fader, Hardie and Lee (2005b), equation 2.
 */
public final class ResidualValue implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int PIECE = 1 << 8; // histories, whose future is dear

    private final ModelPart<PurchaseModel<?>> purchases;
    private final SpendPart spend;

    private ResidualValue(ModelPart<PurchaseModel<?>> purchases, SpendPart spend) {
        this.purchases = purchases;
        this.spend = spend;
    }

    /**
     * Values by two models, without intervals.
     *
     * @param purchases the model of purchases
     * @param spend the model of spend
     * @return the procedure
     */
    public static ResidualValue of(PurchaseModel<?> purchases, GammaGamma spend) {
        return new ResidualValue(
                new ModelPart<>(Objects.requireNonNull(purchases, "purchases"), null), SpendPart.of(spend));
    }

    /**
     * Values by two fitted models, with intervals where both fits know their uncertainty.
     *
     * @param purchases the fitted model of purchases
     * @param spend the fitted model of spend
     * @return the procedure
     */
    public static ResidualValue of(Fit<? extends PurchaseModel<?>> purchases, Fit<GammaGamma> spend) {
        Objects.requireNonNull(purchases, "purchases");
        SpendPart part = SpendPart.of(spend);
        return new ResidualValue(new ModelPart<>(purchases.model(), purchases), part);
    }

    /**
     * The same with the median of a customer's mean spend in place of its expectation: lower, and defined where the
     * expectation is not, at q &lt;= 1.
     *
     * @return the changed procedure
     */
    public ResidualValue withMedianSpend() {
        return new ResidualValue(purchases, spend.withMedian());
    }

    /**
     * The same with intervals of another level.
     *
     * @param level the confidence level, in (0, 1)
     * @return the changed procedure
     * @throws IllegalArgumentException if the level is out of range
     */
    public ResidualValue withConfidence(double level) {
        return new ResidualValue(purchases, spend.withConfidence(level));
    }

    /**
     * The value of one customer.
     *
     * @param customer the customer and the terms
     * @return the value
     * @throws IllegalArgumentException if the expected spend is undefined (q &lt;= 1), or the value for ever has no bound
     */
    public CustomerValue value(ValueCase customer) {
        return value(customer, purchases(customer.history(), customer.terms(), hasIntervals()));
    }

    /**
     * The values of many customers; what follows from equal histories on equal terms is computed once.
     *
     * @param customers the customers and the terms of each
     * @return one value a customer, in their order
     * @throws IllegalArgumentException as {@link #value} does
     */
    public List<CustomerValue> values(List<ValueCase> customers) {
        Map<ValueCase, Uncertain> distinct = new HashMap<>();
        return customers.stream()
                .map(customer -> value(
                        customer,
                        distinct.computeIfAbsent(
                                customer.ofAnyCustomer(),
                                any -> purchases(any.history(), any.terms(), hasIntervals()))))
                .toList();
    }

    /**
     * The values of all buyers of a base on the same terms; what follows from equal histories, and from equal spends, is
     * computed once.
     *
     * @param base what the customers had bought
     * @param terms on what terms a purchase to come is counted
     * @return one value a buyer, in the order of {@link PurchaseSummaries#repeatHistories}
     * @throws IllegalArgumentException as {@link #value} does for any of the buyers
     */
    public CustomerValues values(PurchaseSummaries base, ValueTerms terms) {
        Objects.requireNonNull(base, "base");
        return values(base, terms, 1);
    }

    /**
     * The values of all buyers of a base on the same terms, computed on several threads.
     *
     * @param base what the customers had bought
     * @param terms on what terms a purchase to come is counted
     * @param parallelism how many threads work, the calling one among them, in [1, 1024]
     * @return one value a buyer, in the order of {@link PurchaseSummaries#repeatHistories}, the same to the bit on any number of
     *     threads
     * @throws IllegalArgumentException as {@link #value} does for any of the buyers, and if the number of threads is out of range
     */
    public CustomerValues values(PurchaseSummaries base, ValueTerms terms, int parallelism) {
        Objects.requireNonNull(base, "base");
        return CustomerValues.of(this, base, Objects.requireNonNull(terms, "terms"), parallelism);
    }

    private CustomerValue value(ValueCase customer, Uncertain discountedPurchases) {
        return spend.value(
                customer.history().customerId(),
                discountedPurchases,
                spend.expected(customer.spend().orElse(null), hasIntervals()),
                customer.terms().margin());
    }

    /** The discounted purchases of a history. */
    Uncertain purchases(RepeatHistory history, ValueTerms terms, boolean withVariance) {
        return terms.bounded(purchases.at(model -> discounted(model, history, terms), withVariance), purchases.model());
    }

    /** The discounted purchases of each distinct history, in the unit of the model. */
    UncertainColumn purchases(RepeatHistogram histories, ValueTerms terms, boolean withVariance, int parallelism) {
        Horizon horizon = terms.horizon();
        if (horizon != null) {
            return purchases.each(
                    model -> model.discountedPurchases(histories, horizon, terms.discountRate(), parallelism),
                    withVariance);
        }
        UncertainColumn column = new UncertainColumn(histories.size(), withVariance);
        new Parallel(parallelism).forEachPiece(histories.size(), PIECE, (from, to) -> {
            for (int row = from; row < to; row++) {
                column.set(row, purchases(history(histories, row), terms, withVariance));
            }
        });
        return column;
    }

    private static RepeatHistory history(RepeatHistogram histories, int row) {
        return new RepeatHistory(
                "any customer",
                histories.repeatPurchases(row),
                histories.lastPurchaseAt(row),
                histories.observedFor(row),
                histories.unit());
    }

    /** The unit of the model of purchases. */
    PeriodUnit unit() {
        return purchases.model().unit();
    }

    private static double discounted(PurchaseModel<?> model, RepeatHistory history, ValueTerms terms) {
        return terms.horizon() != null
                ? model.discountedPurchases(history, terms.horizon(), terms.discountRate())
                : model.discountedPurchases(history, terms.discountRate()).orElse(Double.NaN);
    }

    /** The model of spend, and how it is read. */
    SpendPart spend() {
        return spend;
    }

    /** Whether the parameters' uncertainty is known. */
    boolean hasIntervals() {
        return purchases.hasUncertainty() && spend.part().hasUncertainty();
    }

    @Override
    public String toString() {
        return "ResidualValue[" + purchases.model() + ", " + spend + "]";
    }
}
