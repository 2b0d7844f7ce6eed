package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;

/**
 * The Customer Effort Score: how far customers agree that they were helped easily, on 1..7 from "strongly disagree" to "strongly
 * agree".
 *
 * <p>Both figures in use are given, under different names: the mean answer and the share that agrees. The best answer, the least
 * effort, must have the highest number: the older question, how much effort it took on 1..5, has to be turned round first
 * ({@link AnswerCounts#reversed}).
 *
 * @param counts how many customers gave each answer, on a scale with a middle or without
 * @see <a href="https://hbr.org/2010/07/stop-trying-to-delight-your-customers">Dixon, Freeman and Toman (2010)</a>
 */
public record CustomerEffort(AnswerCounts counts) implements Serializable {

    public CustomerEffort {
        Objects.requireNonNull(counts, "counts");
    }

    /**
     * The effort in a selection of answers.
     *
     * @param answers one answer a customer, each a whole number
     * @return the effort
     * @throws IllegalArgumentException if an answer is a mean that is not a whole number
     */
    public static CustomerEffort of(SurveyAnswers answers) {
        return new CustomerEffort(AnswerCounts.of(answers));
    }

    /**
     * The share of customers who answered above the middle of the scale: 5, 6 or 7 on 1..7.
     *
     * @return those for whom it was easy, of all respondents; {@link Proportion#wilson} gives its interval
     */
    public Proportion easyShare() {
        return new Proportion(half(false), counts.respondents());
    }

    /**
     * The share of customers who answered below the middle of the scale: 1, 2 or 3 on 1..7.
     *
     * @return those for whom it was hard, of all respondents; {@link Proportion#wilson} gives its interval
     */
    public Proportion hardShare() {
        return new Proportion(half(true), counts.respondents());
    }

    private long half(boolean lower) {
        Scale scale = counts.scale();
        int points = (int) AnswerCounts.points(scale) / 2;
        return lower
                ? counts.between(scale.minimum(), scale.minimum() + points - 1)
                : counts.between(scale.maximum() - points + 1, scale.maximum());
    }

    /**
     * The mean answer, which is the score itself, with an interval that keeps to the scale.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the mean, in the units of the scale, and its interval; empty without respondents
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see AnswerCounts#meanOnScale(double)
     */
    public Optional<Estimate> mean(double confidence) {
        return counts.meanOnScale(confidence);
    }

    @Override
    public String toString() {
        return "Customer effort of " + counts;
    }
}
