package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.UncertainCount;

/**
 * The survivors of one cohort projected beyond its last renewal observed: {@code N(t) = N(last) S(t) / S(last)}. It goes out from
 * those really there, not from those whom the model would have there.
 *
 * <p>The interval of the expected number is that of the share by the delta method in the log-odds. The range of the actual number
 * is that of a beta-binomial variable: N customers who stay with the share q, which itself has that standard error; it holds whole
 * numbers and leaves out at most half of {@code 1 - confidence} on each side. Both take the model for true: where it is wrong for the
 * customers at hand they are too narrow, the more so the farther ahead.
 */
public final class RetentionProjection implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String model;
    private final CohortSurvivors cohort;
    private final List<ProjectedRenewal> rows;

    private RetentionProjection(String model, CohortSurvivors cohort, List<ProjectedRenewal> rows) {
        this.model = model;
        this.cohort = cohort;
        this.rows = rows;
    }

    /**
     * Projects a cohort.
     *
     * @param <M> the model
     * @param fit a fit, to this cohort or to others like it
     * @param cohort the cohort, until its last renewal observed
     * @param until the last renewal to project, not before the cohort's last
     * @param confidence the confidence level, in (0, 1)
     * @return one row for each renewal after the last observed
     * @throws IllegalArgumentException if {@code until} or the confidence is out of range
     */
    public static <M extends RetentionModel<M>> RetentionProjection of(
            RetentionFit<M> fit, CohortSurvivors cohort, int until, double confidence) {
        Objects.requireNonNull(fit, "fit");
        Checks.inClosed(until, cohort.lastRenewal(), Integer.MAX_VALUE - 1, "until");
        Checks.confidence(confidence);
        List<ProjectedRenewal> rows = new ArrayList<>();
        for (int t = cohort.lastRenewal() + 1; t <= until; t++) {
            rows.add(row(fit, cohort, t, confidence));
        }
        return new RetentionProjection(fit.model().name(), cohort, List.copyOf(rows));
    }

    private static <M extends RetentionModel<M>> ProjectedRenewal row(
            RetentionFit<M> fit, CohortSurvivors cohort, int renewal, double confidence) {
        int from = cohort.lastRenewal();
        double customers = cohort.last();
        Optional<Estimate> leaving =
                fit.estimateProbability(model -> model.probabilityOfLeaving(from, renewal - from), confidence);
        double q = fit.model().probabilityOfLeaving(from, renewal - from);
        if (leaving.isEmpty()) {
            return new ProjectedRenewal(renewal, customers * (1 - q), null, null);
        }
        Interval expected = staying(leaving.get().interval(), customers);
        double error = fit.standardError(model -> model.probabilityOfLeaving(from, renewal - from))
                .orElseThrow();
        double[] range = UncertainCount.range(customers, 1 - q, error * error, (1 - confidence) / 2);
        Interval actual = new Interval(range[0], range[1], confidence);
        return new ProjectedRenewal(renewal, customers * (1 - q), expected, actual);
    }

    private static Interval staying(Interval leaving, double customers) {
        return new Interval(customers * (1 - leaving.upper()), customers * (1 - leaving.lower()), leaving.confidence());
    }

    /**
     * The cohort that was projected.
     *
     * @return the cohort, until its last renewal observed
     */
    public CohortSurvivors cohort() {
        return cohort;
    }

    /**
     * The projected renewals.
     *
     * @return one row for each, in order, unmodifiable
     */
    public List<ProjectedRenewal> rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RetentionProjection that
                && model.equals(that.model)
                && cohort.equals(that.cohort)
                && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, cohort, rows);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(model + ", from " + cohort.last() + " after renewal "
                + cohort.lastRenewal() + "\nrenewal  expected  interval of it       interval of the actual");
        for (ProjectedRenewal row : rows) {
            text.append(String.format(
                            Locale.ROOT,
                            "\n%7d  %8.1f  %-19s  %s",
                            row.renewal(),
                            row.expected(),
                            text(row.ofExpected()),
                            text(row.ofActual()))
                    .stripTrailing());
        }
        return text.toString();
    }

    private static String text(@Nullable Interval interval) {
        return interval == null ? "" : String.format(Locale.ROOT, "[%.1f, %.1f]", interval.lower(), interval.upper());
    }
}
