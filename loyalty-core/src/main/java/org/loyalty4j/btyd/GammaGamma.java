package org.loyalty4j.btyd;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.summary.SpendHistory;

/**
 * The Gamma-Gamma model of spend: what a customer spends on one occasion is gamma distributed with shape p and a scale of the
 * customer's own, nu; over the customers, nu is gamma distributed with shape q and rate gamma. How much a customer spends is
 * assumed to have nothing to do with how often.
 *
 * <p>A customer's <em>mean spend</em> is {@code p / nu}. Over the customers it has an inverse gamma distribution of shape q
 * and scale {@code p gamma}, whose mean exists only if q is above 1; its quantiles always do.
 *
 * <p>The parameter gamma is money; p and q are not. In cents, gamma is 100 times that in dollars, and so is every answer.
 *
 * <p>Source: Fader and Hardie (2013), after Colombo and Jiang (1999).
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param p shape of the gamma distribution of one amount of a customer, in (0, inf)
 * @param q shape of the gamma distribution of nu, in (0, inf)
 * @param gamma its rate, in money, in (0, inf)
 */
public record GammaGamma(double p, double q, double gamma) implements ParametricModel<GammaGamma> {

    public GammaGamma {
        Checks.positive(p, "p");
        Checks.positive(q, "q");
        Checks.positive(gamma, "gamma");
    }

    @Override
    public String name() {
        return "Gamma-Gamma";
    }

    @Override
    public List<String> symbols() {
        return List.of("p", "q", "gamma");
    }

    @Override
    public double[] values() {
        return new double[] {p, q, gamma};
    }

    @Override
    public GammaGamma withValues(double... values) {
        Checks.inClosed(values.length, 3, 3, "values.length");
        return new GammaGamma(values[0], values[1], values[2]);
    }

    /**
     * The log-likelihood of a customer's spend: with B the beta function, {@code -ln m - ln B(p x, q) - q ln(1 + m x / gamma) - p
     * x ln(1 + gamma / (m x))}.
     *
     * @param history the customer's spend
     * @return the logarithm of the density of the mean m of x amounts, per unit of money
     */
    public double logLikelihood(SpendHistory history) {
        return kernel().logLikelihood(history.repeatPurchases(), history.meanSpend());
    }

    /**
     * The mean spend expected of a customer per occasion: {@code p (gamma + m x) / (p x + q - 1)}, between what the customer
     * has spent and what customers spend.
     *
     * @param history the customer's spend
     * @return E[p / nu | m, x], in (0, inf); empty where it does not exist: p x + q at or below 1
     */
    public OptionalDouble expectedSpend(SpendHistory history) {
        GammaGammaKernel kernel = kernel();
        return mean(
                kernel.shape(history.repeatPurchases()), kernel.rate(history.repeatPurchases(), history.meanSpend()));
    }

    /**
     * A quantile of what a customer's mean spend may be.
     *
     * @param history the customer's spend
     * @param probability the share of the posterior distribution below it, in (0, 1); 0.5 is the median
     * @return the quantile of p / nu given m and x, in (0, inf); 0 or infinite only where no double can hold it
     * @throws IllegalArgumentException if {@code probability} is out of range
     */
    public double spendQuantile(SpendHistory history, double probability) {
        GammaGammaKernel kernel = kernel();
        return quantile(
                kernel.shape(history.repeatPurchases()),
                kernel.rate(history.repeatPurchases(), history.meanSpend()),
                probability);
    }

    /**
     * What a customer's mean spend may be, the parameters being what they are: the same probability is left out above and
     * below. An amount of a single occasion varies more.
     *
     * @param history the customer's spend
     * @param confidence the posterior probability of the interval, in (0, 1)
     * @return the interval of p / nu given m and x
     * @throws IllegalArgumentException if {@code confidence} is out of range, or a bound is too large for a double
     */
    public Interval spendInterval(SpendHistory history, double confidence) {
        Objects.requireNonNull(history, "history");
        Checks.confidence(confidence);
        return new Interval(
                spendQuantile(history, (1 - confidence) / 2), spendQuantile(history, (1 + confidence) / 2), confidence);
    }

    /**
     * The mean spend expected of a new customer per occasion: {@code p gamma / (q - 1)}.
     *
     * @return E[p / nu], in (0, inf); empty where it does not exist: q at or below 1
     */
    public OptionalDouble expectedSpend() {
        return mean(q, gamma);
    }

    /**
     * A quantile of the mean spend over the customers.
     *
     * @param probability the share of the customers whose mean spend is below it, in (0, 1)
     * @return the quantile of p / nu, in (0, inf); 0 or infinite only where no double can hold it
     * @throws IllegalArgumentException if {@code probability} is out of range
     */
    public double spendQuantile(double probability) {
        return quantile(q, gamma, probability);
    }

    /**
     * The median of the mean spend over the customers: unlike the mean it exists for every q.
     *
     * @return the median of p / nu, in (0, inf); 0 or infinite only where no double can hold it
     */
    public double medianSpend() {
        return spendQuantile(0.5);
    }

    private OptionalDouble mean(double shape, double rate) {
        return shape > 1 ? OptionalDouble.of(p * rate / (shape - 1)) : OptionalDouble.empty();
    }

    private double quantile(double shape, double rate, double probability) {
        Checks.inOpen(probability, 0, 1, "probability");
        return StrictMath.exp(StrictMath.log(p) + StrictMath.log(rate) - Quantiles.logGamma(1 - probability, shape));
    }

    private GammaGammaKernel kernel() {
        return new GammaGammaKernel(p, q, gamma);
    }
}
