package org.loyalty4j.rfm;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import org.loyalty4j.internal.Checks;

/**
 * A boundary between two scores.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the value is not finite.
 *
 * @param value the value at the boundary, in the unit of the axis
 * @param inclusive whether the value itself reaches the higher score; if not, only a better one does
 */
public record Cut(double value, boolean inclusive) implements Serializable {

    public Cut {
        Checks.finite(value, "value");
    }

    /** Whether a value reaches the higher score. */
    boolean isReachedBy(double candidate, RfmAxis axis) {
        return inclusive ? !axis.isBetter(value, candidate) : axis.isBetter(candidate, value);
    }

    @Override
    public String toString() {
        return (inclusive ? "at least as good as " : "better than ") + number(value);
    }

    static String number(double value) {
        return new BigDecimal(value, new MathContext(15)).stripTrailingZeros().toPlainString();
    }
}
