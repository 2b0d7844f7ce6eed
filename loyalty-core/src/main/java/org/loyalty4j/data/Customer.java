package org.loyalty4j.data;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * A customer on the books: when they joined and, where that is known, when they left.
 *
 * <p>A leave date belongs to a contract that ended. A customer who merely fell silent has none. Creating one throws
 * {@link IllegalArgumentException} if the id is blank or the customer left before joining.
 *
 * @param id the customer's id, not blank
 * @param joinedOn the first day as a customer
 * @param leftOn the first day no longer a customer, not before {@code joinedOn}; null while the customer stays
 */
public record Customer(
        String id, LocalDate joinedOn, @Nullable LocalDate leftOn) implements Serializable {

    public Customer {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(joinedOn, "joinedOn");
        if (leftOn != null && leftOn.isBefore(joinedOn)) {
            throw new IllegalArgumentException(
                    "leftOn must not be before joinedOn " + joinedOn + ", but was " + leftOn);
        }
    }

    /**
     * A customer who has not left.
     *
     * @param id the customer's id, not blank
     * @param joinedOn the first day as a customer
     * @return the customer
     */
    public static Customer since(String id, LocalDate joinedOn) {
        return new Customer(id, joinedOn, null);
    }

    /**
     * Tells whether the customer was on the books on a day.
     *
     * @param day the day
     * @return true if {@code joinedOn <= day} and the customer had not left by then
     */
    public boolean isActiveOn(LocalDate day) {
        return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
    }
}
