package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.loyalty4j.internal.Checks;

/**
 * The fits of several cohorts, each of which leans on the others.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the spread is not above zero.
 *
 * @param pooled the fit of the customers of all cohorts together, to compare with
 * @param cohorts the fit of each cohort by its name, in the order of the names
 * @param spread the standard deviation of the logarithm of a cohort's parameters around those of the others that was taken for
 *     granted, in (0, inf)
 */
public record CohortFits<M extends ParametricModel<M>>(Fit<M> pooled, Map<String, Fit<M>> cohorts, double spread)
        implements Serializable {

    public CohortFits {
        Objects.requireNonNull(pooled, "pooled");
        cohorts = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(cohorts, "cohorts")));
        Checks.positive(spread, "spread");
    }

    @Override
    public String toString() {
        return cohorts.size() + " cohorts around " + pooled;
    }
}
