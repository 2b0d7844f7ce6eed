package org.loyalty4j;

import java.io.Serializable;
import java.util.Locale;
import org.loyalty4j.internal.Checks;

/**
 * What a year's wait costs: money due in one year is worth {@code 1 / (1 + annualRate)} of money today.
 *
 * <p>One rate, said either way: as an effective annual rate or as a continuous one, {@code annual = exp(continuous) - 1}.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the rate is negative or not finite.
 *
 * @param annualRate the effective annual rate as a decimal (0.10 is ten per cent), in [0, inf)
 */
public record DiscountRate(double annualRate) implements Serializable {

    public DiscountRate {
        Checks.notNegative(annualRate, "annualRate");
    }

    /**
     * An effective annual rate.
     *
     * @param rate the rate as a decimal: 0.10 is ten per cent a year; in [0, inf)
     * @return the discount rate
     */
    public static DiscountRate annual(double rate) {
        return new DiscountRate(rate);
    }

    /**
     * A continuously compounded annual rate.
     *
     * @param rate the rate per year as a decimal, in [0, 709]
     * @return the discount rate with {@code annualRate = exp(rate) - 1}
     */
    public static DiscountRate continuous(double rate) {
        return new DiscountRate(StrictMath.expm1(Checks.inClosed(rate, 0, 709, "rate")));
    }

    /**
     * No discounting: money is worth the same whenever it comes.
     *
     * @return the rate of zero
     */
    public static DiscountRate none() {
        return new DiscountRate(0);
    }

    /**
     * The continuous rate per unit of time.
     *
     * @param unit the unit of time
     * @return {@code ln(1 + annualRate)} per year, scaled to the unit; in [0, inf)
     */
    public double continuousPer(PeriodUnit unit) {
        return StrictMath.log1p(annualRate) * unit.convert(1, PeriodUnit.YEAR);
    }

    /**
     * The effective rate per unit of time: d in the discrete factor {@code 1/(1+d)}.
     *
     * @param unit the unit of time
     * @return {@code (1 + annualRate)^(unit/year) - 1}, in [0, inf)
     */
    public double effectivePer(PeriodUnit unit) {
        return unit == PeriodUnit.YEAR ? annualRate : StrictMath.expm1(continuousPer(unit));
    }

    /**
     * What one unit of money, due when the delay has passed, is worth today.
     *
     * @param delay the time until the money comes
     * @return the discount factor, in [0, 1]; 0 only where it is too small for a double
     */
    public double factor(Horizon delay) {
        return StrictMath.exp(-continuousPer(PeriodUnit.YEAR) * delay.in(PeriodUnit.YEAR));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g %% a year", annualRate * 100);
    }
}
