package org.loyalty4j.churn;

import java.util.List;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;

/**
 * One chance of leaving for all customers and all renewals (the geometric model): what a single retention rate stands for, and what
 * the other models are to be judged against. It projects too few survivors where customers differ.
 *
 * <pre>{@code
 * S(t) = (1 - churn)^t
 * }</pre>
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the churn is out of range.
 *
 * @param churn the chance of a customer to leave at a renewal, in [0, 1]
 */
public record ConstantChurn(double churn) implements RetentionModel<ConstantChurn> {

    public ConstantChurn {
        Checks.inClosed(churn, 0, 1, "churn");
    }

    @Override
    public String name() {
        return "constant churn";
    }

    @Override
    public List<String> symbols() {
        return List.of("churn");
    }

    @Override
    public double[] values() {
        return new double[] {churn};
    }

    @Override
    public ConstantChurn withValues(double... values) {
        Checks.inClosed(values.length, 1, 1, "values.length");
        return new ConstantChurn(values[0]);
    }

    @Override
    public double survival(int renewal) {
        return Renewals.notNegative(renewal) == 0 ? 1 : StrictMath.exp(renewal * StrictMath.log1p(-churn));
    }

    @Override
    public double churnRate(int renewal) {
        Renewals.positive(renewal);
        return churn;
    }

    @Override
    public double retentionRate(int renewal) {
        Renewals.positive(renewal);
        return 1 - churn;
    }

    @Override
    public double probabilityOfLeaving(int renewalsMade, int next) {
        int ahead = Renewals.after(renewalsMade, next) - renewalsMade;
        return ahead == 0 ? 0 : -StrictMath.expm1(ahead * StrictMath.log1p(-churn));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Here it is {@code (1 - churn)(1 + d) / (churn + d)}, the same at every renewal; without a bound if nobody leaves and
     * nothing is discounted.
     */
    @Override
    public OptionalDouble discountedExpectedResidualLifetime(int renewal, double ratePerRenewal) {
        Renewals.positive(renewal);
        double d = Checks.notNegative(ratePerRenewal, "ratePerRenewal");
        return churn + d > 0 ? OptionalDouble.of((1 - churn) * (1 + d) / (churn + d)) : OptionalDouble.empty();
    }
}
