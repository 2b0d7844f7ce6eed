package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;

/**
 * How many customers of a cohort are expected to be still there after a renewal to come.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param renewal which renewal, in [1, inf)
 * @param expected the survivors expected, in [0, inf)
 * @param ofExpected the confidence interval of the expected number, from the uncertainty of the parameters; null if the fit has no
 *     covariance
 * @param ofActual where the actual number will lie with the same confidence: the chance of each customer's decision is in it too;
 *     null if the fit has no covariance
 */
public record ProjectedRenewal(
        int renewal,
        double expected,
        @Nullable Interval ofExpected,
        @Nullable Interval ofActual) implements Serializable {

    public ProjectedRenewal {
        Renewals.positive(renewal);
        Checks.notNegative(expected, "expected");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "after renewal %d: %.1f%s%s",
                renewal,
                expected,
                ofExpected == null
                        ? ""
                        : String.format(Locale.ROOT, " [%.1f, %.1f]", ofExpected.lower(), ofExpected.upper()),
                ofActual == null
                        ? ""
                        : String.format(Locale.ROOT, ", actual in [%.1f, %.1f]", ofActual.lower(), ofActual.upper()));
    }
}
