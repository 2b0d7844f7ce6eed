package org.loyalty4j.btyd;

import java.util.List;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * The modified BG/NBD model: as {@link BgNbd}, but a customer may drop out after the first purchase too, so that
 * one-time buyers can be lost.
 *
 * <p>Source: Batislam, Denizel and Filiztekin (2007); Hoppe and Wagner (2007).
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param r shape of the gamma distribution of the purchase rates, in (0, inf)
 * @param alpha its rate, a time: customers buy r / alpha times per unit on average; in (0, inf)
 * @param a first parameter of the beta distribution of the dropout probability, in (0, inf)
 * @param b its second parameter, in (0, inf)
 * @param unit the unit of time of the parameters
 */
public record MbgNbd(double r, double alpha, double a, double b, PeriodUnit unit) implements DropoutModel<MbgNbd> {

    public MbgNbd {
        Checks.positive(r, "r");
        Checks.positive(alpha, "alpha");
        Checks.positive(a, "a");
        Checks.positive(b, "b");
        Objects.requireNonNull(unit, "unit");
    }

    @Override
    public String name() {
        return "MBG/NBD";
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
    public MbgNbd withValues(double... values) {
        Checks.inClosed(values.length, 4, 4, "values.length");
        return new MbgNbd(values[0], values[1], values[2], values[3], unit);
    }

    @Override
    public MbgNbd in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        return new MbgNbd(r, unit.convert(alpha, target), a, b, target);
    }
}
