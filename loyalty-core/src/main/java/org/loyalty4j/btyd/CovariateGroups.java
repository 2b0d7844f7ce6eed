package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.RepeatHistories;

/** Customers grouped by their covariates, the groups in the order of these. */
final class CovariateGroups {
    private static final Comparator<List<Double>> ORDER = (left, right) -> {
        for (int i = 0; i < left.size(); i++) {
            int order = Double.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private CovariateGroups() {}

    /** No group yet. */
    static <V> SortedMap<List<Double>, V> none() {
        return new TreeMap<>(ORDER);
    }

    /** The places of the customers of each group in a list of histories. */
    static SortedMap<List<Double>, List<Integer>> of(
            List<String> names, RepeatHistories histories, Map<String, List<Double>> covariates) {
        Objects.requireNonNull(covariates, "covariates");
        SortedMap<List<Double>, List<Integer>> groups = none();
        for (int i = 0; i < histories.size(); i++) {
            String id = histories.customerId(i);
            groups.computeIfAbsent(checked(covariates.get(id), names, "covariates[" + id + "]"), z -> new ArrayList<>())
                    .add(i);
        }
        return groups;
    }

    /** A copy of covariates that are as many as their names, and finite. */
    static List<Double> checked(@Nullable List<Double> z, List<String> names, String what) {
        if (z == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        Checks.inClosed(z.size(), names.size(), names.size(), what + ".size");
        return z.stream().map(value -> Checks.finite(value, what) + 0.0).toList(); // -0.0 is the same number
    }
}
