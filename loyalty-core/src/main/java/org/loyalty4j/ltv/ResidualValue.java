package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.PurchaseSummaries;
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
 * It says how well the <em>expected</em> value is known; what one customer will really bring varies far more.
 *
 * <p>Source: Fader, Hardie and Lee (2005b), equation 2.
 */
public final class ResidualValue implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double DEFAULT_CONFIDENCE = 0.95;

    private final PurchaseModel<?> purchases;
    private final @Nullable Fit<? extends PurchaseModel<?>> fit;
    private final SpendPart spend;

    private ResidualValue(PurchaseModel<?> purchases, @Nullable Fit<? extends PurchaseModel<?>> fit, SpendPart spend) {
        this.purchases = purchases;
        this.fit = fit;
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
                Objects.requireNonNull(purchases, "purchases"),
                null,
                new SpendPart(Objects.requireNonNull(spend, "spend"), null, false, DEFAULT_CONFIDENCE));
    }

    /**
     * Values by two fitted models, with intervals where both fits know their uncertainty.
     *
     * @param purchases the fitted model of purchases
     * @param spend the fitted model of spend
     * @return the procedure
     */
    public static ResidualValue of(Fit<? extends PurchaseModel<?>> purchases, Fit<GammaGamma> spend) {
        return new ResidualValue(
                purchases.model(), purchases, new SpendPart(spend.model(), spend, false, DEFAULT_CONFIDENCE));
    }

    /**
     * The same with the median of a customer's mean spend in place of its expectation: lower, and defined where the
     * expectation is not, at q &lt;= 1.
     *
     * @return the changed procedure
     */
    public ResidualValue withMedianSpend() {
        return new ResidualValue(purchases, fit, new SpendPart(spend.model(), spend.fit(), true, spend.confidence()));
    }

    /**
     * The same with intervals of another level.
     *
     * @param level the confidence level, in (0, 1)
     * @return the changed procedure
     * @throws IllegalArgumentException if the level is out of range
     */
    public ResidualValue withConfidence(double level) {
        return new ResidualValue(
                purchases, fit, new SpendPart(spend.model(), spend.fit(), spend.median(), Checks.confidence(level)));
    }

    /**
     * The value of one customer.
     *
     * @param customer the customer and the terms
     * @return the value
     * @throws IllegalArgumentException if the expected spend is undefined (q &lt;= 1), or the value for ever has no bound
     */
    public CustomerValue value(ValueCase customer) {
        RepeatHistory history = customer.history();
        return value(
                customer,
                discounted(purchases, history, customer.terms()),
                purchaseVariance(history, customer.terms()));
    }

    /**
     * The values of many customers.
     *
     * @param customers the customers and the terms of each
     * @return one value a customer, in their order
     * @throws IllegalArgumentException as {@link #value} does
     */
    public List<CustomerValue> values(List<ValueCase> customers) {
        return customers.stream().map(this::value).toList();
    }

    /**
     * The values of all buyers of a base on the same terms; what follows from equal histories is computed once.
     *
     * @param base what the customers had bought
     * @param terms on what terms a purchase to come is counted
     * @return one value a buyer, in the order of {@link PurchaseSummaries#repeatHistories}
     * @throws IllegalArgumentException as {@link #value} does
     */
    public CustomerValues values(PurchaseSummaries base, ValueTerms terms) {
        return CustomerValues.of(this, base, terms);
    }

    /** The value, what follows from the history having been computed. */
    CustomerValue value(ValueCase customer, double discountedPurchases, OptionalDouble purchaseVariance) {
        return spend.value(
                customer.history().customerId(),
                discountedPurchases,
                purchaseVariance,
                customer.spend(),
                customer.terms().margin());
    }

    /** The discounted purchases of a history. */
    double discounted(RepeatHistory history, ValueTerms terms) {
        return discounted(purchases, history, terms);
    }

    private static double discounted(PurchaseModel<?> model, RepeatHistory history, ValueTerms terms) {
        return terms.limit() != null
                ? model.discountedPurchases(history, terms.limit(), terms.discountRate())
                : terms.bounded(model.discountedPurchases(history, terms.discountRate()), model);
    }

    /** The variance of the logarithm of the discounted purchases; empty where it is not known. */
    OptionalDouble purchaseVariance(RepeatHistory history, ValueTerms terms) {
        return fit == null
                ? OptionalDouble.empty()
                : SpendPart.relativeVariance(
                        discounted(history, terms), fit.standardError(model -> discounted(model, history, terms)));
    }

    /** Whether the parameters' uncertainty is known. */
    boolean hasIntervals() {
        return fit != null && fit.covariance().isPresent();
    }

    /** Whether every customer has an expected spend. */
    boolean hasMeanSpend() {
        return spend.model().expectedSpend().isPresent();
    }
}
