package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.WeightedHistory;

/**
 * How many customers have each distinct history, for each distinct set of covariates: what a model with covariates is fitted
 * to. The same for any order of the customers; two of them, made on two machines, can be merged.
 */
public final class CovariateHistogram implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The customers who have the same covariates. */
    record Group(List<Double> covariates, RepeatHistogram histories) implements Serializable {}

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
        Objects.requireNonNull(histories, "histories");
        Objects.requireNonNull(covariates, "covariates");
        List<String> copy = checked(names);
        Map<List<Double>, RepeatHistogram> groups = CovariateGroups.none();
        CovariateGroups.of(copy, histories, covariates)
                .forEach((z, places) -> groups.put(
                        z,
                        RepeatHistogram.of(
                                places.stream()
                                        .map(histories::get)
                                        .map(h -> new WeightedHistory(
                                                h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor(), 1))
                                        .toList(),
                                histories.unit())));
        return of(copy, groups, histories.histogram());
    }

    /**
     * Takes customers that are grouped already, as a database or a cluster counts them, and who need no ids.
     *
     * @param names the names of the covariates, at least one
     * @param groups how many customers have each history, for each set of covariates, these in the order of the names and
     *     finite; the histories in any units
     * @param unit the unit wanted
     * @return the histogram
     * @throws IllegalArgumentException if there is no name or no customer, there are not as many covariates as names, or one
     *     is not finite
     */
    public static CovariateHistogram of(
            List<String> names, Map<List<Double>, RepeatHistogram> groups, PeriodUnit unit) {
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(unit, "unit");
        List<String> copy = checked(names);
        Map<List<Double>, RepeatHistogram> merged = CovariateGroups.none();
        groups.forEach((z, histories) -> merged.merge(
                CovariateGroups.checked(z, copy, "groups"),
                Objects.requireNonNull(histories, "histories").in(unit),
                RepeatHistogram::plus));
        merged.values().removeIf(List::isEmpty);
        return of(
                copy,
                merged,
                merged.values().stream().reduce(RepeatHistogram.of(List.of(), unit), RepeatHistogram::plus));
    }

    private static List<String> checked(List<String> names) {
        List<String> copy = List.copyOf(Objects.requireNonNull(names, "names"));
        Checks.positive((long) copy.size(), "names.size");
        return copy;
    }

    private static CovariateHistogram of(
            List<String> names, Map<List<Double>, RepeatHistogram> groups, RepeatHistogram all) {
        Checks.positive(all.totalWeight(), "customers");
        List<Group> list = new ArrayList<>();
        groups.forEach((z, histories) -> list.add(new Group(z, histories)));
        return new CovariateHistogram(names, List.copyOf(list), all);
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
        Map<List<Double>, RepeatHistogram> merged = CovariateGroups.none();
        groups.forEach(group -> merged.put(group.covariates, group.histories));
        other.groups.forEach(
                group -> merged.merge(group.covariates, group.histories.in(all.unit()), RepeatHistogram::plus));
        return of(names, merged, all.plus(other.all));
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
