package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;

/**
 * One answer a customer to one question, and what became of the responses that are not among them.
 *
 * <p>{@link AnswerSelection} makes it. The counts add up: every response read was used, superseded, after {@code asOf} or too
 * old.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative, the answers are not in strictly ascending
 * order of customer id, or one of them is off the scale or after {@code asOf}.
 *
 * @param scale the scale of the question
 * @param rule which of a customer's responses counted
 * @param asOf the last day observed
 * @param answers the answers in order of customer id ({@link String#compareTo}), one a customer
 * @param superseded responses of these customers that the rule passed over, in [0, inf)
 * @param afterAsOf responses after {@code asOf}, in [0, inf)
 * @param tooOld responses older than the greatest age that counts, in [0, inf)
 */
public record SurveyAnswers(
        Scale scale,
        AnswerRule rule,
        LocalDate asOf,
        List<SurveyAnswer> answers,
        long superseded,
        long afterAsOf,
        long tooOld)
        implements Serializable {

    public SurveyAnswers {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(asOf, "asOf");
        answers = List.copyOf(Objects.requireNonNull(answers, "answers"));
        Checks.notNegative(superseded, "superseded");
        Checks.notNegative(afterAsOf, "afterAsOf");
        Checks.notNegative(tooOld, "tooOld");
        for (int i = 0; i < answers.size(); i++) {
            SurveyAnswer answer = answers.get(i);
            if (!(answer.score() >= scale.minimum() && answer.score() <= scale.maximum())) {
                throw new IllegalArgumentException("answers[" + i + "].score must be on the scale " + scale
                        + ", but was " + answer.score() + " (customer " + answer.customerId() + ")");
            }
            if (answer.date().isAfter(asOf)) {
                throw new IllegalArgumentException("answers[" + i + "].date must not be after asOf " + asOf
                        + ", but was " + answer.date() + " (customer " + answer.customerId() + ")");
            }
            if (i > 0 && answers.get(i - 1).customerId().compareTo(answer.customerId()) >= 0) {
                throw new IllegalArgumentException(
                        "answers must be in strictly ascending order of customerId, but answers[" + i + "] is "
                                + answer.customerId() + " after "
                                + answers.get(i - 1).customerId());
            }
        }
    }

    /**
     * The same answers turned round on their scale, for a question whose best answer is the lowest number.
     *
     * <pre>{@code minimum + maximum - score }</pre>
     *
     * @return the answers of the same customers, with the same rule and counts
     */
    public SurveyAnswers reversed() {
        return new SurveyAnswers(
                scale,
                rule,
                asOf,
                answers.stream()
                        .map(answer -> new SurveyAnswer(
                                answer.customerId(),
                                answer.date(),
                                (double) scale.minimum() + scale.maximum() - answer.score(),
                                answer.responses()))
                        .toList(),
                superseded,
                afterAsOf,
                tooOld);
    }

    /**
     * The number of customers who answered.
     *
     * @return the size of {@code answers}, in [0, inf)
     */
    public int respondents() {
        return answers.size();
    }

    /**
     * The number of responses that are in the answers.
     *
     * @return the sum of their {@link SurveyAnswer#responses()}, in [0, inf)
     */
    public long used() {
        return answers.stream().mapToLong(SurveyAnswer::responses).sum();
    }

    /**
     * The number of responses read.
     *
     * @return {@code used + superseded + afterAsOf + tooOld}, in [0, inf)
     */
    public long read() {
        return used() + superseded + afterAsOf + tooOld;
    }

    /**
     * Looks up one customer's answer.
     *
     * @param customerId the customer's id
     * @return the answer; empty if the customer gave none that counts
     */
    public Optional<SurveyAnswer> answerOf(String customerId) {
        Objects.requireNonNull(customerId, "customerId");
        int low = 0;
        int high = answers.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = answers.get(middle).customerId().compareTo(customerId);
            if (order == 0) {
                return Optional.of(answers.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return answers.size() + " answers (" + rule + ") on " + scale + " as of " + asOf + ", from " + read()
                + " responses: " + superseded + " superseded, " + afterAsOf + " after the end, " + tooOld + " too old";
    }
}
