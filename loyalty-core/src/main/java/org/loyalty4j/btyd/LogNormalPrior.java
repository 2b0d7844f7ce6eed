package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * What is held to be likely of parameters before the data are seen: the logarithm of each has a normal distribution of its
 * own. A median of 10 and a standard deviation of 0.7 say that the parameter lies between 5 and 20 two times in three, and
 * between 2.5 and 40 nineteen times in twenty; a standard deviation of 2 or more says little, and yet keeps a parameter that
 * the data leave open from running away.
 *
 * <p>A parameter not named has no prior. One that is a time, such as alpha, has its median in the unit given here and is
 * converted to that of the data; of a model without time the unit has no effect.
 */
public final class LogNormalPrior implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of one parameter. */
    record Term(double median, double sdLog) implements Serializable {}

    private final PeriodUnit unit;
    private final Map<String, Term> terms;

    private LogNormalPrior(PeriodUnit unit, Map<String, Term> terms) {
        this.unit = unit;
        this.terms = terms;
    }

    /**
     * A prior that says nothing yet.
     *
     * @param unit the unit of the medians that are times
     * @return the empty prior
     */
    public static LogNormalPrior in(PeriodUnit unit) {
        return new LogNormalPrior(Objects.requireNonNull(unit, "unit"), Map.of());
    }

    /**
     * A copy that says something of one more parameter, or something else.
     *
     * @param symbol the symbol of the parameter, such as {@code alpha}
     * @param median the median, in (0, inf)
     * @param sdLog the standard deviation of the logarithm, in (0, inf)
     * @return the copy
     * @throws IllegalArgumentException if the symbol is blank or a number is out of range
     */
    public LogNormalPrior with(String symbol, double median, double sdLog) {
        Checks.notBlank(symbol, "symbol");
        Term term = new Term(Checks.positive(median, "median"), Checks.positive(sdLog, "sdLog"));
        Map<String, Term> more = new LinkedHashMap<>(terms);
        more.put(symbol, term);
        return new LogNormalPrior(unit, Collections.unmodifiableMap(more));
    }

    /**
     * The unit of the medians that are times.
     *
     * @return the unit
     */
    public PeriodUnit unit() {
        return unit;
    }

    Map<String, Term> terms() {
        return terms;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogNormalPrior that && unit == that.unit && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return 31 * unit.hashCode() + terms.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("log-normal prior (").append(unit).append(')');
        terms.forEach((symbol, term) -> text.append(' ')
                .append(symbol)
                .append("~")
                .append(term.median())
                .append(" sd ")
                .append(term.sdLog()));
        return text.toString();
    }
}
