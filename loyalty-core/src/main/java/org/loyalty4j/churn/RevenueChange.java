package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;

/**
 * A customer's recurring monthly revenue when a window opened, and when it closed.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank, or an amount is negative or has more than 9 decimals or
 * 18 digits.
 *
 * @param customerId the customer's id, not blank
 * @param before the monthly amount when the window opened, in [0, inf)
 * @param after the monthly amount when it closed, in [0, inf)
 * @param knownBefore whether the customer had paid at any time before the window opened: one who pays again has come back
 */
public record RevenueChange(String customerId, BigDecimal before, BigDecimal after, boolean knownBefore)
        implements Serializable {

    public RevenueChange {
        Checks.notBlank(customerId, "customerId");
        MinorUnits.requireAmount(before, "before");
        MinorUnits.requireAmount(after, "after");
    }

    /**
     * Compares what each customer paid at the two ends of a window.
     *
     * <p>As in {@link CustomerFlow}, the window opens before its first day: {@code before} is the amount of the day before {@code
     * startInclusive}, {@code after} that of the day before {@code endExclusive}. What came and went in between does not show.
     *
     * @param subscriptions the subscriptions, in any order, all in one currency
     * @param startInclusive the first day of the window
     * @param endExclusive the day after its last, after {@code startInclusive}
     * @return a change for each customer who paid at either end, in order of id
     * @throws IllegalArgumentException if the window is empty, or a customer's amounts add up to more than 18 digits
     */
    public static List<RevenueChange> between(
            List<Subscription> subscriptions, LocalDate startInclusive, LocalDate endExclusive) {
        Objects.requireNonNull(subscriptions, "subscriptions");
        CustomerFlow.requireWindow(startInclusive, endExclusive);
        LocalDate opening = startInclusive.minusDays(1);
        LocalDate closing = endExclusive.minusDays(1);
        TreeMap<String, Sums> sums = new TreeMap<>();
        for (Subscription subscription : subscriptions) {
            Sums own = sums.computeIfAbsent(subscription.customerId(), id -> new Sums());
            BigDecimal amount = subscription.monthlyAmount();
            if (subscription.isActiveOn(opening)) {
                own.before = own.before.add(amount);
            }
            if (subscription.isActiveOn(closing)) {
                own.after = own.after.add(amount);
            }
            own.knownBefore |=
                    amount.signum() > 0 && subscription.startInclusive().isBefore(startInclusive);
        }
        List<RevenueChange> changes = new ArrayList<>();
        sums.forEach((id, own) -> {
            if (own.before.signum() > 0 || own.after.signum() > 0) {
                changes.add(new RevenueChange(id, own.before, own.after, own.knownBefore));
            }
        });
        return List.copyOf(changes);
    }

    private static final class Sums {
        private BigDecimal before = BigDecimal.ZERO;
        private BigDecimal after = BigDecimal.ZERO;
        private boolean knownBefore;
    }
}
