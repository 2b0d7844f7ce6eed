package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.internal.Checks;

/**
 * What a formula value rests on besides the data. There is no default: a horizon and a discount rate are the caller's to
 * say.
 *
 * <p>Creating them throws {@link IllegalArgumentException} if the margin is not in [0, 1].
 *
 * @param margin the margin as a share of the order value, in [0, 1]
 * @param horizon how far ahead the value looks
 * @param discountRate what a year's wait costs
 */
public record ValueAssumptions(double margin, Horizon horizon, DiscountRate discountRate) implements Serializable {

    public ValueAssumptions {
        Checks.inClosed(margin, 0, 1, "margin");
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(discountRate, "discountRate");
    }
}
