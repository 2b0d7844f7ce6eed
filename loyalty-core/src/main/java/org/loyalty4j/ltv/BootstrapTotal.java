package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.Estimate;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.internal.Checks;

/**
 * The value of a whole base with its bootstrap interval, and how far the fits behind the interval are to be believed: all
 * replicates are in it, however their fits ended. Many at a boundary are no harm, since such models forecast well; if more than
 * a few were not identified or stopped at the limit, the interval rests on models that should not be built on.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative.
 *
 * @param total the total by the models fitted to the base, with the percentile interval of the replicates
 * @param purchaseFits how many fits of the model of purchases ended how, every status included, unmodifiable
 * @param spendFits the same of the model of spend
 */
public record BootstrapTotal(Estimate total, Map<FitStatus, Integer> purchaseFits, Map<FitStatus, Integer> spendFits)
        implements Serializable {

    public BootstrapTotal {
        Objects.requireNonNull(total, "total");
        purchaseFits = complete(Objects.requireNonNull(purchaseFits, "purchaseFits"), "purchaseFits");
        spendFits = complete(Objects.requireNonNull(spendFits, "spendFits"), "spendFits");
    }

    private static Map<FitStatus, Integer> complete(Map<FitStatus, Integer> counts, String name) {
        Map<FitStatus, Integer> complete = new EnumMap<>(FitStatus.class);
        for (FitStatus status : FitStatus.values()) {
            int count = counts.getOrDefault(status, 0);
            Checks.notNegative((long) count, name + "." + status);
            complete.put(status, count);
        }
        return Collections.unmodifiableMap(complete);
    }

    @Override
    public String toString() {
        return total + ", fits of purchases " + seen(purchaseFits) + ", of spend " + seen(spendFits);
    }

    private static Map<FitStatus, Integer> seen(Map<FitStatus, Integer> counts) {
        Map<FitStatus, Integer> seen = new EnumMap<>(counts);
        seen.values().removeIf(count -> count == 0);
        return seen;
    }
}
