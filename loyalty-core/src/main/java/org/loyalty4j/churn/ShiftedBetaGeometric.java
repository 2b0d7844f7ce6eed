package org.loyalty4j.churn;

import java.util.List;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.SlowSums;

/**
 * The shifted-beta-geometric model (sBG, also called beta-geometric): at each renewal a customer leaves with the same chance theta,
 * and theta differs from customer to customer by a beta distribution.
 *
 * <pre>{@code
 * S(t) = B(alpha, beta + t) / B(alpha, beta)      r(t) = (beta + t - 1) / (alpha + beta + t - 1)
 * }</pre>
 *
 * <p>The retention rate always rises with t, since those with a high theta are gone. With alpha and beta below 1 customers are of
 * two kinds, those who leave at once and those who stay; with both above 1 they are much alike; with both large, {@link
 * ConstantChurn}.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param alpha the first parameter of the beta distribution of theta, in (0, inf)
 * @param beta the second, in (0, inf)
 * @see <a href="https://doi.org/10.1002/dir.20074">Fader and Hardie (2007)</a>
 * @see <a href="https://doi.org/10.1287/mksc.1080.0482">Fader and Hardie (2010)</a>
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements RetentionModel<ShiftedBetaGeometric> {

    public ShiftedBetaGeometric {
        Checks.positive(alpha, "alpha");
        Checks.positive(beta, "beta");
    }

    @Override
    public String name() {
        return "sBG";
    }

    @Override
    public List<String> symbols() {
        return List.of("alpha", "beta");
    }

    @Override
    public double[] values() {
        return new double[] {alpha, beta};
    }

    @Override
    public ShiftedBetaGeometric withValues(double... values) {
        Checks.inClosed(values.length, 2, 2, "values.length");
        return new ShiftedBetaGeometric(values[0], values[1]);
    }

    /**
     * The chance of a new customer to leave at the first renewal: the mean of theta.
     *
     * @return {@code alpha / (alpha + beta)}, in (0, 1)
     */
    public double meanChurn() {
        return churnRate(1);
    }

    /**
     * How far customers differ in theta: towards 0 they are alike, towards 1 of the two kinds that leave at once or never.
     *
     * @return the polarization index {@code 1 / (alpha + beta + 1)}, in (0, 1)
     */
    public double polarization() {
        return 1 / (alpha + beta + 1);
    }

    @Override
    public double survival(int renewal) {
        return StrictMath.exp(-Gammas.logBetaFall(alpha, beta, Renewals.notNegative(renewal)));
    }

    @Override
    public double churnRate(int renewal) {
        return alpha / (alpha + (beta + (Renewals.positive(renewal) - 1)));
    }

    @Override
    public double retentionRate(int renewal) {
        double rest = beta + (Renewals.positive(renewal) - 1);
        return rest / (alpha + rest);
    }

    @Override
    public double probabilityOfLeaving(int renewalsMade, int next) {
        int ahead = Renewals.after(renewalsMade, next) - renewalsMade;
        return -StrictMath.expm1(-Gammas.logBetaFall(alpha, beta + renewalsMade, ahead));
    }

    /**
     * {@inheritDoc}
     *
     * <p>After n - 1 renewals theta has a beta distribution with the parameters alpha and {@code beta + n - 1}, and the sum is the
     * mean of {@code (1 - theta) (1 + d) / (d + theta)}, computed as an integral: the source's closed form in 2F1 fails where
     * customers are many renewals old. Without discounting it is {@code (beta + n - 1) / (alpha - 1)}, for alpha above 1 only.
     */
    @Override
    public OptionalDouble discountedExpectedResidualLifetime(int renewal, double ratePerRenewal) {
        double b = beta + (Renewals.positive(renewal) - 1);
        double d = Checks.notNegative(ratePerRenewal, "ratePerRenewal");
        if (d == 0) {
            return alpha > 1 ? OptionalDouble.of(b / (alpha - 1)) : OptionalDouble.empty();
        }
        return OptionalDouble.of((1 + d) * SlowSums.discountedSurvivals(alpha, b, d));
    }
}
