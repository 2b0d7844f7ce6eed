package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;

/**
 * The profit on a customer before and after a change of churn.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param churnBefore the chance to leave within a period before, in [0, 1]
 * @param churnAfter the same after, in [0, 1]
 * @param profitBefore the profit on a customer before, finite
 * @param profitAfter the same after, finite
 * @param paymentsAfter the discounted payments to expect of a customer after, in [0, inf)
 */
public record ChurnChange(
        double churnBefore, double churnAfter, double profitBefore, double profitAfter, double paymentsAfter)
        implements Serializable {

    public ChurnChange {
        Checks.inClosed(churnBefore, 0, 1, "churnBefore");
        Checks.inClosed(churnAfter, 0, 1, "churnAfter");
        Checks.finite(profitBefore, "profitBefore");
        Checks.finite(profitAfter, "profitAfter");
        Checks.notNegative(paymentsAfter, "paymentsAfter");
    }

    /**
     * What the change is worth on each customer: what may be spent on it once, today, before it costs more than it brings.
     *
     * @return {@code profitAfter - profitBefore}; negative if churn rose
     */
    public double gain() {
        return profitAfter - profitBefore;
    }

    /**
     * By what share profit grows.
     *
     * @return {@code gain / profitBefore}, 0.5 being 50 %; empty if there was no profit before
     */
    public OptionalDouble growth() {
        return profitBefore > 0 ? OptionalDouble.of(gain() / profitBefore) : OptionalDouble.empty();
    }

    /**
     * What may be spent on each customer again and again, with each payment received, before it costs more than it brings.
     *
     * @return {@code gain / paymentsAfter}, per payment; empty if no payment is to be expected
     */
    public OptionalDouble breakEvenPerPayment() {
        return paymentsAfter > 0 ? OptionalDouble.of(gain() / paymentsAfter) : OptionalDouble.empty();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "churn %.4g -> %.4g: profit on a customer %.2f -> %.2f%s",
                churnBefore,
                churnAfter,
                profitBefore,
                profitAfter,
                growth().isPresent() ? String.format(Locale.ROOT, " (%+.1f %%)", 100 * growth().getAsDouble()) : "");
    }
}
