package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;

/**
 * What it cost to win customers (CAC).
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param spend what was spent on winning them, in [0, inf)
 * @param customersAcquired how many were won by it, in [0, inf)
 */
public record AcquisitionCost(double spend, long customersAcquired) implements Serializable {

    public AcquisitionCost {
        Checks.notNegative(spend, "spend");
        Checks.notNegative(customersAcquired, "customersAcquired");
    }

    /**
     * The cost of one customer.
     *
     * @return {@code spend / customersAcquired}, in [0, inf); empty if none was won
     */
    public OptionalDouble perCustomer() {
        return customersAcquired == 0 ? OptionalDouble.empty() : OptionalDouble.of(spend / customersAcquired);
    }

    /**
     * What a customer is worth for each unit of money it cost to win them (LTV:CAC).
     *
     * @param lifetimeValue the value of a customer, finite, its margin and its discounting included
     * @return {@code lifetimeValue / perCustomer}; empty if no customer was won or they came for nothing
     * @throws IllegalArgumentException if the value is not finite
     * @throws ArithmeticException if the ratio is beyond the range of a double
     */
    public OptionalDouble ltvToCac(double lifetimeValue) {
        Checks.finite(lifetimeValue, "lifetimeValue");
        double cost = perCustomer().orElse(0);
        return cost == 0 ? OptionalDouble.empty() : OptionalDouble.of(Values.finite(lifetimeValue / cost));
    }
}
