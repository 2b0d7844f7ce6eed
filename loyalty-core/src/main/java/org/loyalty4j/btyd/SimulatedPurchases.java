package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.Horizon;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.RepeatHistory;

/**
 * The purchases that one simulated customer makes within a horizon. They start at the first purchase of a new customer, which
 * is not among them, or at the end of observation of a known one.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a time is out of order or beyond the horizon.
 *
 * @param times when, in the unit of the horizon, ascending, in (0, horizon]
 * @param alive whether the customer has not dropped out at the end of the horizon
 * @param horizon how long was simulated
 */
public record SimulatedPurchases(List<Double> times, boolean alive, Horizon horizon) implements Serializable {

    public SimulatedPurchases {
        times = List.copyOf(Objects.requireNonNull(times, "times"));
        Objects.requireNonNull(horizon, "horizon");
        double last = 0;
        for (int i = 0; i < times.size(); i++) {
            last = Checks.inClosed(times.get(i), last, horizon.length(), "times[" + i + "]");
        }
    }

    /**
     * What is known of a new customer at the end of the horizon.
     *
     * @param customerId the id to give the customer
     * @return x, t_x and T in the unit of the horizon
     */
    public RepeatHistory history(String customerId) {
        double last = times.isEmpty() ? 0 : times.get(times.size() - 1);
        return new RepeatHistory(customerId, times.size(), last, horizon.length(), horizon.unit());
    }
}
