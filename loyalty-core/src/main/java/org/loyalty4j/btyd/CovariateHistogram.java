package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.WeightedHistory;

/**
 * How many customers have each distinct history, for each distinct set of covariates: what a model with covariates is fitted
 * to. The same for any order of the customers; two of them, made on two machines, can be merged.
 */
public final class CovariateHistogram implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The customers who have the same covariates. */
    record Group(List<Double> covariates, RepeatHistogram histories) implements Serializable {}

    private static final Comparator<List<Double>> ORDER = (left, right) -> {
        for (int i = 0; i < left.size(); i++) {
            int order = Double.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final List<String> names;
    private final List<Group> groups;
    private final RepeatHistogram all;

    private CovariateHistogram(List<String> names, List<Group> groups, RepeatHistogram all) {
        this.names = names;
        this.groups = groups;
        this.all = all;
    }

    /**
     * Groups histories by the covariates of the customers.
     *
     * @param names the names of the covariates, at least one
     * @param histories the histories
     * @param covariates the covariates of each customer by the id, in the order of the names, each finite
     * @return the histogram
     * @throws IllegalArgumentException if there is no name or no customer, a customer has no covariates, or not as many as
     *     there are names, or one is not finite
     */
    public static CovariateHistogram of(
            List<String> names, RepeatHistories histories, Map<String, List<Double>> covariates) {
        List<String> copy = List.copyOf(Objects.requireNonNull(names, "names"));
        Objects.requireNonNull(histories, "histories");
        Objects.requireNonNull(covariates, "covariates");
        Checks.positive((long) copy.size(), "names.size");
        Checks.positive((long) histories.size(), "histories.size");
        Map<List<Double>, List<WeightedHistory>> rows = new TreeMap<>(ORDER);
        for (RepeatHistory h : histories) {
            rows.computeIfAbsent(of(h.customerId(), copy, covariates), z -> new ArrayList<>())
                    .add(new WeightedHistory(h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor(), 1));
        }
        return new CovariateHistogram(copy, groups(rows, histories.unit()), histories.histogram());
    }

    private static List<Double> of(String customerId, List<String> names, Map<String, List<Double>> covariates) {
        List<Double> z = covariates.get(customerId);
        String name = "covariates[" + customerId + "]";
        if (z == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        Checks.inClosed(z.size(), names.size(), names.size(), name + ".size");
        return z.stream().map(value -> Checks.finite(value, name) + 0.0).toList(); // -0.0 is the same number
    }

    private static List<Group> groups(Map<List<Double>, List<WeightedHistory>> rows, PeriodUnit unit) {
        List<Group> groups = new ArrayList<>();
        rows.forEach((z, histories) -> groups.add(new Group(z, RepeatHistogram.of(histories, unit))));
        return List.copyOf(groups);
    }

    /**
     * Adds the customers of another histogram.
     *
     * @param other a histogram of the same covariates, in any unit
     * @return the customers of both, in this unit
     * @throws IllegalArgumentException if the covariates have other names
     */
    public CovariateHistogram plus(CovariateHistogram other) {
        if (!names.equals(other.names)) {
            throw new IllegalArgumentException("other must have the covariates " + names + ", but had " + other.names);
        }
        Map<List<Double>, RepeatHistogram> merged = new TreeMap<>(ORDER);
        groups.forEach(group -> merged.put(group.covariates, group.histories));
        other.groups.forEach(
                group -> merged.merge(group.covariates, group.histories.in(all.unit()), RepeatHistogram::plus));
        List<Group> sum = new ArrayList<>();
        merged.forEach((z, histories) -> sum.add(new Group(z, histories)));
        return new CovariateHistogram(names, List.copyOf(sum), all.plus(other.all));
    }

    /**
     * The names of the covariates.
     *
     * @return the names, unmodifiable
     */
    public List<String> names() {
        return names;
    }

    /**
     * The histories of all customers, whatever their covariates.
     *
     * @return the histogram without covariates
     */
    public RepeatHistogram histories() {
        return all;
    }

    List<Group> groups() {
        return groups;
    }

    /** The number of distinct pairs of covariates and a history. */
    int distinctRows() {
        return groups.stream().mapToInt(group -> group.histories.size()).sum();
    }

    @Override
    public String toString() {
        return Advice.count(all.totalWeight()) + " customers in " + groups.size() + " groups of the same " + names;
    }
}
