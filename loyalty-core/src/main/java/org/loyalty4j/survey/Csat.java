package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;

/**
 * Customer satisfaction, in the two ways it is reported: the share of the satisfied, and the mean answer.
 *
 * <p>The two are different numbers and are never called by one name. The best answer must have the highest number: a scale
 * on which 1 is best has to be turned round first.
 *
 * <p>Source, for both measures: Morgan and Rego (2006), Marketing Science 25(5), 426-439.
 *
 * @param counts how many customers gave each answer
 */
public record Csat(AnswerCounts counts) implements Serializable {

    public Csat {
        Objects.requireNonNull(counts, "counts");
    }

    /**
     * The satisfaction in a selection of answers.
     *
     * @param answers one answer a customer, each a whole number
     * @return the satisfaction
     * @throws IllegalArgumentException if an answer is a mean that is not a whole number
     */
    public static Csat of(SurveyAnswers answers) {
        return new Csat(AnswerCounts.of(answers));
    }

    /**
     * The share of customers who chose one of the two best points: 4 or 5 on a scale of 1 to 5.
     *
     * @return the satisfied, of all respondents; {@link Proportion#wilson} gives its interval
     * @throws IllegalArgumentException if the scale has only two points, of which this would be everybody
     */
    public Proportion top2Box() {
        return counts.top(2);
    }

    /**
     * The mean answer with its t-interval.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the mean, in the units of the scale, and its interval; empty with fewer than two respondents
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see AnswerCounts#mean(double)
     */
    public Optional<Estimate> mean(double confidence) {
        return counts.mean(confidence);
    }

    @Override
    public String toString() {
        return "CSAT of " + counts;
    }
}
