package org.loyalty4j.btyd;

import java.util.List;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * The BG/CNBD-k model: as {@link BgNbd}, but the time between two purchases has an Erlang distribution of shape k, so
 * that customers buy more regularly than at random. At k = 1 it is the BG/NBD model.
 *
 * <p>The gamma distribution is that of the rate of the k phases between two purchases: a customer buys about {@code r / (k
 * alpha)} times per unit. The log-likelihood of a history leaves out the term {@code (k - 1) times the sum of ln(gap)}, in
 * which no parameter occurs.
 *
 * <p>Source: Platzer and Reutterer (2016); Reutterer, Platzer and Schroeder (2021).
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param k the shape of the Erlang distribution of the gaps: 1 is the exponential, more is more regular; in [1, 100]
 * @param r shape of the gamma distribution of the purchase rates, in (0, inf)
 * @param alpha its rate, a time, in (0, inf)
 * @param a first parameter of the beta distribution of the dropout probability, in (0, inf)
 * @param b its second parameter, in (0, inf)
 * @param unit the unit of time of the parameters
 */
public record BgCnbd(int k, double r, double alpha, double a, double b, PeriodUnit unit)
        implements DropoutModel<BgCnbd> {

    public BgCnbd {
        Checks.inClosed(k, 1, 100, "k");
        Checks.positive(r, "r");
        Checks.positive(alpha, "alpha");
        Checks.positive(a, "a");
        Checks.positive(b, "b");
        Objects.requireNonNull(unit, "unit");
    }

    @Override
    public String name() {
        return "BG/CNBD-" + k;
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
    public BgCnbd withValues(double... values) {
        Checks.inClosed(values.length, 4, 4, "values.length");
        return new BgCnbd(k, values[0], values[1], values[2], values[3], unit);
    }

    @Override
    public BgCnbd in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        return new BgCnbd(k, r, unit.convert(alpha, target), a, b, target);
    }
}
