package org.loyalty4j.btyd;

import java.util.List;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * The beta-geometric/NBD model: while alive a customer buys at random at a rate of its own; after each <em>repeat</em>
 * purchase it drops out with a probability of its own. The rates are gamma distributed over the customers, the dropout
 * probabilities beta.
 *
 * <p>A customer without a repeat purchase cannot have dropped out: P(alive) is 1 by assumption. {@link MbgNbd} and {@link
 * ParetoNbd} do not assume so, and {@link #probabilityOfPurchase} means the same under all.
 *
 * <p>Source: Fader, Hardie and Lee (2005a): the likelihood is their equation 6, the expectations 9 and 10.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param r shape of the gamma distribution of the purchase rates, in (0, inf)
 * @param alpha its rate, a time: customers buy r / alpha times per unit on average; in (0, inf)
 * @param a first parameter of the beta distribution of the dropout probability, in (0, inf)
 * @param b its second parameter, in (0, inf)
 * @param unit the unit of time of the parameters
 */
public record BgNbd(double r, double alpha, double a, double b, PeriodUnit unit) implements DropoutModel<BgNbd> {

    public BgNbd {
        Checks.positive(r, "r");
        Checks.positive(alpha, "alpha");
        Checks.positive(a, "a");
        Checks.positive(b, "b");
        Objects.requireNonNull(unit, "unit");
    }

    @Override
    public String name() {
        return "BG/NBD";
    }

    @Override
    public List<String> symbols() {
        return List.of("r", "alpha", "a", "b");
    }

    @Override
    public double[] values() {
        return new double[] {r, alpha, a, b};
    }

    @Override
    public BgNbd withValues(double... values) {
        Checks.inClosed(values.length, 4, 4, "values.length");
        return new BgNbd(values[0], values[1], values[2], values[3], unit);
    }

    @Override
    public BgNbd in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        return new BgNbd(r, unit.convert(alpha, target), a, b, target);
    }
}
