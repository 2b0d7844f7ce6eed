package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * The values of a multi-item index, one a customer, and whether its items belong together.
 *
 * <p>{@link LoyaltyIndex} makes it. Creating one throws {@link IllegalArgumentException} if a count is negative or there are more
 * complete customers than values.
 *
 * @param asOf the last day observed
 * @param items the names of the items
 * @param scores the values in order of customer id
 * @param complete customers who answered every item, in [0, scores.size]
 * @param tooFew customers who answered an item, but fewer than wanted, and have no value; in [0, inf)
 * @param analysisOrNull how the items go together; null if fewer than two customers answered every item
 */
public record IndexScores(
        LocalDate asOf,
        List<String> items,
        List<IndexScore> scores,
        long complete,
        long tooFew,
        @Nullable ItemAnalysis analysisOrNull)
        implements Serializable {
    private static final Scale PERCENT = new Scale(0, 100);

    public IndexScores {
        Objects.requireNonNull(asOf, "asOf");
        items = List.copyOf(Objects.requireNonNull(items, "items"));
        scores = scores instanceof RowList<IndexScore> ? scores : List.copyOf(Objects.requireNonNull(scores, "scores"));
        Checks.partOf(complete, scores.size(), "complete");
        Checks.notNegative(tooFew, "tooFew");
    }

    /**
     * How the items go together.
     *
     * @return the analysis; empty if fewer than two customers answered every item
     */
    public Optional<ItemAnalysis> analysis() {
        return Optional.ofNullable(analysisOrNull);
    }

    /**
     * The mean of the index with an interval that keeps to 0..100.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the mean in percent of maximum possible; empty without values
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see AnswerCounts#meanOnScale(double)
     */
    public Optional<Estimate> mean(double confidence) {
        Checks.confidence(confidence);
        return BoundedMean.ofPercents(
                scores.stream().mapToDouble(IndexScore::percent).toArray(), confidence);
    }

    /**
     * The values as answers on 0..100, so that they can be an attitude axis or the outcome of a {@link DriverAnalysis}.
     *
     * <p>Of the rule {@link AnswerRule#MEAN}: they need not be whole, and cannot be counted. The responses of customers with too
     * few items are not in them.
     *
     * @return one answer a customer
     */
    public SurveyAnswers answers() {
        List<SurveyAnswer> answers = scores.stream()
                .map(score ->
                        new SurveyAnswer(score.customerId(), score.date(), score.percent(), score.itemsAnswered()))
                .toList();
        return new SurveyAnswers(PERCENT, AnswerRule.MEAN, asOf, answers, 0, 0, 0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Index of %d items for %d customers, %d of them complete; %d with too few answers%s",
                items.size(),
                scores.size(),
                complete,
                tooFew,
                analysis()
                        .map(ItemAnalysis::alpha)
                        .filter(alpha -> alpha.isPresent())
                        .map(alpha -> String.format(Locale.ROOT, "; alpha %.3f", alpha.getAsDouble()))
                        .orElse(""));
    }
}
