package org.loyalty4j.btyd;

import java.util.List;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * The Pareto/NBD model: while alive a customer buys at random at a rate of its own, and drops out at random at another
 * rate of its own. Both are gamma distributed over the customers.
 *
 * <p>Source: Schmittlein, Morrison and Colombo (1987); Fader and Hardie (2005), whose likelihood is computed here as an
 * integral of a positive function, since its closed forms fail for frequent buyers and where alpha is near beta.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param r shape of the gamma distribution of the purchase rates, in (0, inf)
 * @param alpha its rate, a time: customers buy r / alpha times per unit on average; in (0, inf)
 * @param s shape of the gamma distribution of the dropout rates, in (0, inf)
 * @param beta its rate, a time: a mean lifetime of beta / (s - 1) if s is above 1; in (0, inf)
 * @param unit the unit of time of the parameters
 */
public record ParetoNbd(double r, double alpha, double s, double beta, PeriodUnit unit)
        implements DropoutModel<ParetoNbd> {

    public ParetoNbd {
        Checks.positive(r, "r");
        Checks.positive(alpha, "alpha");
        Checks.positive(s, "s");
        Checks.positive(beta, "beta");
        Objects.requireNonNull(unit, "unit");
    }

    @Override
    public String name() {
        return "Pareto/NBD";
    }

    @Override
    public List<String> symbols() {
        return List.of("r", "alpha", "s", "beta");
    }

    @Override
    public double[] values() {
        return new double[] {r, alpha, s, beta};
    }

    @Override
    public ParetoNbd withValues(double... values) {
        Checks.inClosed(values.length, 4, 4, "values.length");
        return new ParetoNbd(values[0], values[1], values[2], values[3], unit);
    }

    @Override
    public ParetoNbd in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        return new ParetoNbd(r, unit.convert(alpha, target), s, unit.convert(beta, target), target);
    }
}
