package org.loyalty4j.btyd;

import java.util.List;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * The negative binomial model: customers buy at random, each at a rate of its own, and never drop out. The baseline that a
 * model with dropout has to beat.
 *
 * <p>Source: Ehrenberg (1959).
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param r shape of the gamma distribution of the purchase rates, in (0, inf)
 * @param alpha its rate, a time: customers buy r / alpha times per unit on average; in (0, inf)
 * @param unit the unit of time of the parameters
 */
public record Nbd(double r, double alpha, PeriodUnit unit) implements PurchaseModel<Nbd> {

    public Nbd {
        Checks.positive(r, "r");
        Checks.positive(alpha, "alpha");
        Objects.requireNonNull(unit, "unit");
    }

    @Override
    public String name() {
        return "NBD";
    }

    @Override
    public List<String> symbols() {
        return List.of("r", "alpha");
    }

    @Override
    public double[] values() {
        return new double[] {r, alpha};
    }

    @Override
    public Nbd withValues(double... values) {
        Checks.inClosed(values.length, 2, 2, "values.length");
        return new Nbd(values[0], values[1], unit);
    }

    @Override
    public Nbd in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        return new Nbd(r, unit.convert(alpha, target), target);
    }
}
