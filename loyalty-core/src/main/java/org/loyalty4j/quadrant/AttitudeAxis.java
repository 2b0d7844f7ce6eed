package org.loyalty4j.quadrant;

import java.util.OptionalDouble;
import org.loyalty4j.Scale;
import org.loyalty4j.survey.SurveyAnswer;
import org.loyalty4j.survey.SurveyAnswers;

/**
 * The attitude axis: a customer's answer as percent of the maximum possible, so that any scale runs from 0 to 100.
 *
 * <p>On 0..10 an answer of 9, the lowest of a promoter, lies at 90 and one of 8 at 80.
 */
public final class AttitudeAxis {
    private AttitudeAxis() {}

    /**
     * Places a customer on the axis.
     *
     * @param answers the answers of those who gave one
     * @param customerId the customer's id
     * @return percent of maximum possible, in [0, 100]; empty without an answer
     */
    public static OptionalDouble position(SurveyAnswers answers, String customerId) {
        return answers.answerOf(customerId)
                .map(answer -> OptionalDouble.of(position(answers.scale(), answer)))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Places a customer on the axis by an answer.
     *
     * @param scale the scale of the question
     * @param answer the customer's answer
     * @return percent of maximum possible, in [0, 100]
     * @throws IllegalArgumentException if the answer is off the scale
     */
    public static double position(Scale scale, SurveyAnswer answer) {
        return scale.percentOfMaximum(answer.score());
    }
}
