package org.loyalty4j.profile;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.churn.InactivityView;
import org.loyalty4j.churn.RepeatRate;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.quadrant.QuadrantRow;
import org.loyalty4j.rfm.SegmentSummary;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.Nps;

/**
 * The aggregates of a base that follow from counts: each equal to what {@link LoyaltyReport} says of the same customers.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if {@code left} is negative.
 *
 * @param dataReport where every row went
 * @param totalSpend the net spend of all customers, exact
 * @param segments what is in each segment, that without purchase last
 * @param quadrants what is in each quadrant
 * @param repeatRate how many buyers came back
 * @param inactivity how many have been silent for how long
 * @param states how many customers are in each state of churn; empty without a threshold of silence
 * @param left how many customers' contract had ended, in [0, inf)
 * @param answered the customers whose answer counts, of all customers
 * @param answers how often each answer was given, also by those who are no customers of the report; null without answers, or if
 *     these are means
 */
public record BaseSummary(
        DataReport dataReport,
        BigDecimal totalSpend,
        List<SegmentSummary> segments,
        List<QuadrantRow> quadrants,
        RepeatRate repeatRate,
        InactivityView inactivity,
        Map<ChurnState, Long> states,
        long left,
        Proportion answered,
        @Nullable AnswerCounts answers)
        implements Serializable {

    public BaseSummary {
        Objects.requireNonNull(dataReport, "dataReport");
        Objects.requireNonNull(totalSpend, "totalSpend");
        segments = List.copyOf(Objects.requireNonNull(segments, "segments"));
        quadrants = List.copyOf(Objects.requireNonNull(quadrants, "quadrants"));
        Objects.requireNonNull(repeatRate, "repeatRate");
        Objects.requireNonNull(inactivity, "inactivity");
        Checks.notNegative(left, "left");
        Objects.requireNonNull(answered, "answered");
        EnumMap<ChurnState, Long> copy = new EnumMap<>(ChurnState.class);
        copy.putAll(Objects.requireNonNull(states, "states"));
        states = Collections.unmodifiableMap(copy);
    }

    /**
     * The Net Promoter Score of all who answered.
     *
     * @return the score; empty without answers, if these are means, or if the question's scale is not 0..10
     */
    public Optional<Nps> nps() {
        return Optional.ofNullable(answers)
                .filter(counts -> counts.scale().equals(Scale.NPS))
                .map(Nps::of);
    }

    @Override
    public String toString() {
        return "BaseSummary: " + dataReport.buyers() + " buyers and " + dataReport.prospects() + " prospects, "
                + totalSpend.toPlainString() + " in total, " + answered + " answered";
    }
}
