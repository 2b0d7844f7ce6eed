package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.SpendHistory;

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
    private final GammaGamma spend;
    private final @Nullable Fit<? extends PurchaseModel<?>> purchaseFit;
    private final @Nullable Fit<GammaGamma> spendFit;
    private final boolean median;
    private final double confidence;

    private ResidualValue(
            PurchaseModel<?> purchases,
            GammaGamma spend,
            @Nullable Fit<? extends PurchaseModel<?>> purchaseFit,
            @Nullable Fit<GammaGamma> spendFit,
            boolean median,
            double confidence) {
        this.purchases = purchases;
        this.spend = spend;
        this.purchaseFit = purchaseFit;
        this.spendFit = spendFit;
        this.median = median;
        this.confidence = confidence;
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
                Objects.requireNonNull(spend, "spend"),
                null,
                null,
                false,
                DEFAULT_CONFIDENCE);
    }

    /**
     * Values by two fitted models, with intervals where both fits know their uncertainty.
     *
     * @param purchases the fitted model of purchases
     * @param spend the fitted model of spend
     * @return the procedure
     */
    public static ResidualValue of(Fit<? extends PurchaseModel<?>> purchases, Fit<GammaGamma> spend) {
        return new ResidualValue(purchases.model(), spend.model(), purchases, spend, false, DEFAULT_CONFIDENCE);
    }

    /**
     * The same with the median of a customer's mean spend in place of its expectation: lower, and defined where the
     * expectation is not, at q &lt;= 1.
     *
     * @return the changed procedure
     */
    public ResidualValue withMedianSpend() {
        return new ResidualValue(purchases, spend, purchaseFit, spendFit, true, confidence);
    }

    /**
     * The same with intervals of another level.
     *
     * @param level the confidence level, in (0, 1)
     * @return the changed procedure
     * @throws IllegalArgumentException if the level is out of range
     */
    public ResidualValue withConfidence(double level) {
        return new ResidualValue(purchases, spend, purchaseFit, spendFit, median, Checks.confidence(level));
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
        Optional<SpendHistory> history = customer.spend();
        double expectedSpend = spend(spend, history);
        double margin = customer.terms().margin();
        return new CustomerValue(
                customer.history().customerId(),
                discountedPurchases,
                expectedSpend,
                margin,
                purchaseVariance.isPresent()
                                && spendFit != null
                                && spendFit.covariance().isPresent()
                        ? interval(
                                discountedPurchases * expectedSpend * margin,
                                purchaseVariance.getAsDouble()
                                        + relativeVariance(
                                                expectedSpend, spendFit.standardError(m -> spend(m, history))))
                        : null);
    }

    private Interval interval(double value, double relativeVariance) {
        double factor = StrictMath.exp(Quantiles.twoSidedNormal(confidence) * Math.sqrt(relativeVariance));
        return new Interval(value / factor, Math.min(value * factor, Double.MAX_VALUE), confidence);
    }

    private double spend(GammaGamma model, Optional<SpendHistory> history) {
        if (median) {
            return history.map(h -> model.spendQuantile(h, 0.5)).orElseGet(model::medianSpend);
        }
        return history.map(model::expectedSpend)
                .orElseGet(model::expectedSpend)
                .orElseThrow(() -> new IllegalArgumentException("the expected spend of a customer with "
                        + history.map(SpendHistory::repeatPurchases).orElse(0) + " repeat purchases is undefined under "
                        + model + ", since p x + q <= 1: use withMedianSpend()"));
    }

    /** The discounted purchases of a history. */
    double discounted(RepeatHistory history, ValueTerms terms) {
        return discounted(purchases, history, terms);
    }

    private static double discounted(PurchaseModel<?> model, RepeatHistory history, ValueTerms terms) {
        return terms.limit() != null
                ? model.discountedPurchases(history, terms.limit(), terms.discountRate())
                : model.discountedPurchases(history, terms.discountRate())
                        .orElseThrow(() -> new IllegalArgumentException("the value for ever has no bound under " + model
                                + " at " + terms.discountRate() + ": give a horizon or a rate above 0"));
    }

    /** Whether every customer has an expected spend. */
    boolean hasMeanSpend() {
        return spend.expectedSpend().isPresent();
    }

    /** Whether the values come with intervals. */
    boolean hasIntervals() {
        return purchaseFit != null
                && purchaseFit.covariance().isPresent()
                && spendFit != null
                && spendFit.covariance().isPresent();
    }

    /** The variance of the logarithm of the discounted purchases; empty without a covariance. */
    OptionalDouble purchaseVariance(RepeatHistory history, ValueTerms terms) {
        return purchaseFit == null || purchaseFit.covariance().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(relativeVariance(
                        discounted(history, terms),
                        purchaseFit.standardError(model -> discounted(model, history, terms))));
    }

    /** Var(ln q) = Var(q) / q^2 by the delta method; 0 where q itself is. */
    private static double relativeVariance(double value, OptionalDouble standardError) {
        double error = standardError.orElseThrow() / value;
        return value == 0 ? 0 : error * error;
    }
}
