package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.internal.Checks;

/**
 * How survey responses become one answer a customer: by which rule, and how old an answer may be.
 *
 * <p>By default the latest response counts ({@link AnswerRule#LATEST}), however old it is. The object is immutable:
 * {@code with...} returns another.
 */
public final class AnswerSelection implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ANY_AGE = Integer.MAX_VALUE;

    private final AnswerRule rule;
    private final int maxAgeDays;
    private final boolean reversed;

    private AnswerSelection(AnswerRule rule, int maxAgeDays, boolean reversed) {
        this.rule = rule;
        this.maxAgeDays = maxAgeDays;
        this.reversed = reversed;
    }

    /**
     * The latest response of each customer, of any age.
     *
     * @return the default selection
     */
    public static AnswerSelection withDefaults() {
        return new AnswerSelection(AnswerRule.LATEST, ANY_AGE, false);
    }

    /**
     * The same selection by another rule.
     *
     * @param answerRule which of a customer's responses counts
     * @return the changed selection
     */
    public AnswerSelection withRule(AnswerRule answerRule) {
        return new AnswerSelection(Objects.requireNonNull(answerRule, "answerRule"), maxAgeDays, reversed);
    }

    /**
     * The same selection, leaving out responses that have aged: attitudes change.
     *
     * @param days the greatest age in days that still counts, from the response to {@code asOf}; in [0, inf)
     * @return the changed selection
     * @throws IllegalArgumentException if the number is negative
     */
    public AnswerSelection withMaxAgeDays(int days) {
        Checks.notNegative((long) days, "days");
        return new AnswerSelection(rule, days, reversed);
    }

    /**
     * The same selection for a question whose best answer is the lowest number: every answer is turned round on its scale, so that
     * the best is the highest.
     *
     * @return the changed selection; its answers are {@code minimum + maximum - score}, the lowest of a day that of the turned ones
     */
    public AnswerSelection withReversedScale() {
        return new AnswerSelection(rule, maxAgeDays, true);
    }

    /**
     * The rule of this selection.
     *
     * @return which of a customer's responses counts
     */
    public AnswerRule rule() {
        return rule;
    }

    /**
     * The greatest age that counts.
     *
     * @return days; empty if any age does
     */
    public OptionalInt maxAgeDays() {
        return maxAgeDays == ANY_AGE ? OptionalInt.empty() : OptionalInt.of(maxAgeDays);
    }

    /**
     * Whether answers are turned round.
     *
     * @return true if the best answer to the question is the lowest number
     */
    public boolean isReversed() {
        return reversed;
    }

    /**
     * Reads responses to one question into one answer a customer.
     *
     * <p>Every response is checked against the scale, also one that is then left out. The order of the responses does not
     * matter. A response dated {@code asOf} is in.
     *
     * @param responses responses to one question, in any order
     * @param scale the scale of the question
     * @param asOf the last day observed; responses after it are left out and counted
     * @return the answers in order of customer id, with the count of every response left out
     * @throws IllegalArgumentException if a response is off the scale
     */
    public SurveyAnswers select(List<SurveyResponse> responses, Scale scale, LocalDate asOf) {
        Objects.requireNonNull(asOf, "asOf");
        long afterAsOf = 0;
        long tooOld = 0;
        long read = 0;
        Map<String, Reading> readings = new HashMap<>();
        for (SurveyResponse response : responses) {
            requireOnScale(response, scale, read++);
            long age = ChronoUnit.DAYS.between(response.date(), asOf);
            if (age < 0) {
                afterAsOf++;
            } else if (age > maxAgeDays && maxAgeDays != ANY_AGE) {
                tooOld++;
            } else {
                readings.computeIfAbsent(response.customerId(), id -> new Reading())
                        .add(
                                response.date(),
                                reversed ? scale.minimum() + scale.maximum() - response.score() : response.score());
            }
        }
        List<SurveyAnswer> answers = new ArrayList<>(readings.size());
        long superseded = 0;
        for (Map.Entry<String, Reading> entry : readings.entrySet()) {
            SurveyAnswer answer = entry.getValue().answer(entry.getKey());
            superseded += entry.getValue().count - answer.responses();
            answers.add(answer);
        }
        answers.sort((a, b) -> a.customerId().compareTo(b.customerId()));
        return new SurveyAnswers(scale, rule, asOf, answers, superseded, afterAsOf, tooOld);
    }

    static void requireOnScale(SurveyResponse response, Scale scale, long index) {
        if (!scale.contains(response.score())) {
            throw new IllegalArgumentException("responses[" + index + "].score must be on the scale " + scale
                    + ", but was " + response.score() + " (customer " + response.customerId() + ")");
        }
    }

    @Override
    public String toString() {
        return rule
                + (maxAgeDays == ANY_AGE ? ", of any age" : ", at most " + maxAgeDays + " days old")
                + (reversed ? ", turned round" : "");
    }

    /** One customer's responses, reduced as they are read. */
    private final class Reading {
        private LocalDate date = LocalDate.MIN;
        private int score;
        private long sum;
        private int count;

        void add(LocalDate day, int answer) {
            int order = count == 0 ? 1 : day.compareTo(date);
            if (rule == AnswerRule.FIRST && count > 0) {
                order = -order;
            }
            if (order > 0 || (order == 0 && answer < score)) {
                date = day;
                score = answer;
            }
            sum += answer;
            count = Math.addExact(count, 1);
        }

        SurveyAnswer answer(String customerId) {
            return rule == AnswerRule.MEAN
                    ? new SurveyAnswer(customerId, date, (double) sum / count, count)
                    : new SurveyAnswer(customerId, date, score, 1);
        }
    }
}
