package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * How much later value goes with one point of NPS: an association, not what a campaign that raises the score would earn.
 *
 * <p>The score rises by two points when one customer in a hundred changes from detractor to promoter, and by one point when the
 * change is by one group. So with mean values m of the groups, a point goes with, per customer of the base,
 *
 * <pre>{@code
 * (m_promoters - m_detractors) / 200,   (m_promoters - m_passives) / 100,   (m_passives - m_detractors) / 100
 * }</pre>
 *
 * <p>the first being the mean of the other two. Whether a detractor who is won over spends like a promoter is not in the data.
 * {@link #withinStrata} at least compares customers who were alike before they were asked.
 *
 * <p>Values are skewed: with fewer than some hundred customers in the smaller group the interval is too short.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative.
 *
 * @param value the later value that goes with a point, per customer of the base, with Welch's interval; null if either group has
 *     fewer than two customers
 * @param repeatRate the share of repeat customers that goes with a point, with Newcombe's interval; null if either group is empty,
 *     or strata were compared
 * @param churnRate the share of customers leaving that goes with a point, mostly below zero, with Newcombe's interval; null if
 *     leaving was not observed in both groups, or strata were compared
 * @param compared the customers of the two groups that were compared, in [0, inf)
 * @param leftOut the customers of the two groups in strata that lack two of either, who are not in it; in [0, inf)
 */
public record PointOfNps(
        @Nullable Estimate value,
        @Nullable Estimate repeatRate,
        @Nullable Estimate churnRate,
        long compared,
        long leftOut)
        implements Serializable {

    private static final LocalizedText ASSOCIATION = new LocalizedText(
            "Association, not effect: customers who answer differently also differ otherwise.",
            "これは相関であり、効果ではありません。回答の異なる顧客は、他の点でも異なります。");
    private static final int LEAST_FOR_A_VARIANCE = 2;

    public PointOfNps {
        Checks.notNegative(compared, "compared");
        Checks.notNegative(leftOut, "leftOut");
    }

    /**
     * Compares promoters with detractors.
     *
     * @param outcomes what the groups did after they answered
     * @param confidence the confidence level, in (0, 1)
     * @return what goes with a point
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public static PointOfNps of(AnswerOutcomes outcomes, double confidence) {
        return between(outcomes, NpsGroup.DETRACTOR, NpsGroup.PROMOTER, confidence);
    }

    /**
     * Compares two groups of which the second answered better.
     *
     * @param outcomes what the groups did after they answered
     * @param lower the group with the lower answers
     * @param higher the group with the higher answers
     * @param confidence the confidence level, in (0, 1)
     * @return what goes with a point
     * @throws IllegalArgumentException if the groups are not in this order, or confidence is not in (0, 1)
     */
    public static PointOfNps between(AnswerOutcomes outcomes, NpsGroup lower, NpsGroup higher, double confidence) {
        Objects.requireNonNull(outcomes, "outcomes");
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(higher, "higher");
        Checks.confidence(confidence);
        // Declared from the best to the worst.
        int steps = lower.compareTo(higher);
        if (steps <= 0) {
            throw new IllegalArgumentException("lower must answer below " + higher + ", but was " + lower);
        }
        GroupOutcome from = outcomes.of(lower);
        GroupOutcome to = outcomes.of(higher);
        double points = 100.0 * steps;
        return new PointOfNps(
                perPoint(to.value().minus(from.value(), confidence), points),
                perPoint(to.repeated().minus(from.repeated(), confidence), points),
                perPoint(to.churned().minus(from.churned(), confidence), points),
                from.customers() + to.customers(),
                0);
    }

    /**
     * Compares promoters with detractors of the same stratum, and averages over the strata by their size.
     *
     * <pre>{@code
     * sum(W_h (m_promoters,h - m_detractors,h)) / 200,   W_h the share of stratum h among the customers with an outcome
     * variance of the sum: sum(W_h^2 (s_p,h^2 / n_p,h + s_d,h^2 / n_d,h)), with Satterthwaite's degrees of freedom
     * }</pre>
     *
     * <p>With strata of behaviour before the survey, such as RFM segments, what remains is not the difference that was there before.
     * Strata with fewer than two promoters or detractors are left out, and counted.
     *
     * @param answers one answer a customer, on 0..10 and whole, given before the window of the outcomes
     * @param outcomes what customers did in the window, in any order, one a customer
     * @param stratumByCustomer the stratum of every customer with an outcome, by id
     * @param confidence the confidence level, in (0, 1)
     * @return what goes with a point; without shares of repeat customers and of churn
     * @throws IllegalArgumentException if an answer is no whole number in [0, 10], a customer has two outcomes or no stratum, or
     *     confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.2307/3002019">Satterthwaite (1946)</a>
     */
    public static PointOfNps withinStrata(
            SurveyAnswers answers,
            List<LaterOutcome> outcomes,
            Map<String, String> stratumByCustomer,
            double confidence) {
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(outcomes, "outcomes");
        Objects.requireNonNull(stratumByCustomer, "stratumByCustomer");
        Checks.confidence(confidence);
        Map<String, Stratum> strata = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (LaterOutcome outcome : outcomes) {
            AnswerOutcomes.requireNew(seen, outcome, index++);
            String name = stratumByCustomer.get(outcome.customerId());
            if (name == null) {
                throw new IllegalArgumentException(
                        "stratumByCustomer must hold every customer with an outcome, but lacked "
                                + outcome.customerId());
            }
            Stratum stratum = strata.computeIfAbsent(name, unused -> new Stratum());
            stratum.customers++;
            answers.answerOf(outcome.customerId())
                    .ifPresent(answer -> stratum.add(NpsGroup.of(answer.score()), outcome.value()));
        }
        long compared = 0;
        long leftOut = 0;
        long weight = 0;
        List<Stratum> used = new ArrayList<>();
        for (Stratum stratum : strata.values()) {
            int both = stratum.promoters + stratum.detractors;
            if (stratum.promoters >= LEAST_FOR_A_VARIANCE && stratum.detractors >= LEAST_FOR_A_VARIANCE) {
                used.add(stratum);
                compared += both;
                weight += stratum.customers;
            } else {
                leftOut += both;
            }
        }
        Estimate value = used.isEmpty() ? null : perPoint(Optional.of(difference(used, weight, confidence)), 200);
        return new PointOfNps(value, null, null, compared, leftOut);
    }

    private static Estimate difference(List<Stratum> strata, double customers, double confidence) {
        double difference = 0;
        double variance = 0;
        double fourth = 0;
        for (Stratum stratum : strata) {
            double w = stratum.customers / customers;
            ColumnSummary promoters =
                    ColumnSummary.of(stratum.ofPromoters.build().toArray());
            ColumnSummary detractors =
                    ColumnSummary.of(stratum.ofDetractors.build().toArray());
            difference += w * (number(promoters.mean()) - number(detractors.mean()));
            for (ColumnSummary group : List.of(promoters, detractors)) {
                double s = number(group.standardDeviation());
                double part = w * w * s * s / group.customers();
                variance += part;
                fourth += part * part / (group.customers() - 1);
            }
        }
        double half = variance > 0
                ? Quantiles.twoSidedStudentT(confidence, variance * variance / fourth) * Math.sqrt(variance)
                : 0;
        return new Estimate(difference, new Interval(difference - half, difference + half, confidence));
    }

    private static double number(@Nullable Double present) {
        return Objects.requireNonNull(present);
    }

    private static @Nullable Estimate perPoint(Optional<Estimate> difference, double points) {
        return difference.map(estimate -> scaled(estimate, 1 / points)).orElse(null);
    }

    private static Estimate scaled(Estimate estimate, double factor) {
        Interval interval = estimate.interval();
        return new Estimate(
                estimate.value() * factor,
                new Interval(interval.lower() * factor, interval.upper() * factor, interval.confidence()));
    }

    /**
     * The later value that goes with a point in a base of some size.
     *
     * @param customers the customers of the base, in [0, inf)
     * @return {@code value * customers}; empty if the value is not known
     * @throws IllegalArgumentException if the number is negative
     */
    public Optional<Estimate> valueFor(long customers) {
        Checks.notNegative(customers, "customers");
        return Optional.ofNullable(value).map(estimate -> scaled(estimate, customers));
    }

    /**
     * What has to stand beside the figure.
     *
     * @return a sentence that says that it is an association
     */
    public static LocalizedText caution() {
        return ASSOCIATION;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "With a point of NPS goes later value of %s per customer (association; %,d compared, %,d left out)",
                value == null ? "unknown size" : value,
                compared,
                leftOut);
    }

    /** One stratum while it is counted. */
    private static final class Stratum {
        private final DoubleStream.Builder ofPromoters = DoubleStream.builder();
        private final DoubleStream.Builder ofDetractors = DoubleStream.builder();
        private int promoters;
        private int detractors;
        private long customers;

        void add(NpsGroup group, double value) {
            if (group == NpsGroup.PROMOTER) {
                ofPromoters.add(value);
                promoters++;
            } else if (group == NpsGroup.DETRACTOR) {
                ofDetractors.add(value);
                detractors++;
            }
        }
    }
}
