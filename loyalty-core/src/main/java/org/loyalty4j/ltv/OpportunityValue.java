package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.BgBb;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.SpendHistory;

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
    private static final double DEFAULT_CONFIDENCE = 0.95;
    private static final double ROUNDING = 1e-9;

    private final BgBb transactions;
    private final @Nullable Fit<BgBb> fit;
    private final SpendPart spend;

    private OpportunityValue(BgBb transactions, @Nullable Fit<BgBb> fit, SpendPart spend) {
        this.transactions = transactions;
        this.fit = fit;
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
                Objects.requireNonNull(transactions, "transactions"),
                null,
                new SpendPart(Objects.requireNonNull(spend, "spend"), null, false, DEFAULT_CONFIDENCE));
    }

    /**
     * Values by two fitted models, with intervals where both fits know their uncertainty.
     *
     * @param transactions the fitted model of transactions
     * @param spend the fitted model of spend
     * @return the procedure
     */
    public static OpportunityValue of(Fit<BgBb> transactions, Fit<GammaGamma> spend) {
        return new OpportunityValue(
                transactions.model(), transactions, new SpendPart(spend.model(), spend, false, DEFAULT_CONFIDENCE));
    }

    /**
     * The same with the median of a customer's mean spend in place of its expectation.
     *
     * @return the changed procedure
     */
    public OpportunityValue withMedianSpend() {
        return new OpportunityValue(
                transactions, fit, new SpendPart(spend.model(), spend.fit(), true, spend.confidence()));
    }

    /**
     * The same with intervals of another level.
     *
     * @param level the confidence level, in (0, 1)
     * @return the changed procedure
     * @throws IllegalArgumentException if the level is out of range
     */
    public OpportunityValue withConfidence(double level) {
        return new OpportunityValue(
                transactions, fit, new SpendPart(spend.model(), spend.fit(), spend.median(), Checks.confidence(level)));
    }

    /**
     * The value of one customer. A horizon counts the opportunities that fall into it, that at its end included.
     *
     * @param history when the customer bought
     * @param meanSpend the mean spend of the transactions, in (0, inf); null if there was none, or nothing is known of it
     * @param terms on what terms a transaction to come is counted
     * @return the value
     * @throws IllegalArgumentException if {@code meanSpend} is out of range or given without a transaction, the expected spend
     *     is undefined, the value for ever has no bound, or the horizon holds more than 2^31 - 1 opportunities
     */
    public CustomerValue value(OpportunityHistory history, @Nullable Double meanSpend, ValueTerms terms) {
        Objects.requireNonNull(terms, "terms");
        Optional<SpendHistory> spent = Optional.ofNullable(meanSpend)
                .map(mean -> new SpendHistory(history.customerId(), history.transactions(), mean));
        double discounted = discounted(transactions, history, terms);
        OptionalDouble variance = fit == null
                ? OptionalDouble.empty()
                : SpendPart.relativeVariance(discounted, fit.standardError(model -> discounted(model, history, terms)));
        return spend.value(history.customerId(), discounted, variance, spent, terms.margin());
    }

    private static double discounted(BgBb model, OpportunityHistory history, ValueTerms terms) {
        if (terms.limit() == null) {
            return terms.bounded(model.discountedTransactions(history, terms.discountRate()), model);
        }
        double periods = terms.limit().in(model.unit());
        // A year is twelve months up to rounding; that must not cost an opportunity.
        double opportunities = Math.floor(periods + ROUNDING * Math.max(1, periods));
        Checks.inClosed(opportunities, 0, Integer.MAX_VALUE, "opportunities");
        return model.discountedTransactions(history, (int) opportunities, terms.discountRate());
    }
}
