package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * How old the answers are that attitudes are read from.
 *
 * <p>An attitude measured two years ago is a guess at today's. {@link AnswerSelection#withMaxAgeDays} leaves old answers out;
 * {@link HalfLife} lets them fade.
 */
public final class AnswerAges implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] sortedDays;

    private AnswerAges(int[] sortedDays) {
        this.sortedDays = sortedDays;
    }

    /**
     * The ages of a selection of answers.
     *
     * @param answers one answer a customer
     * @return the ages, on the day the selection was observed
     */
    public static AnswerAges of(SurveyAnswers answers) {
        int[] days = answers.answers().stream()
                .mapToInt(answer -> ofAnswer(answers, answer))
                .toArray();
        Arrays.sort(days);
        return new AnswerAges(days);
    }

    /**
     * The age of one answer.
     *
     * @param answers the selection, which says as of when
     * @param answer an answer of it
     * @return days from the answer to {@code asOf}, in [0, inf)
     * @throws IllegalArgumentException if the answer is after {@code asOf}
     */
    public static int ofAnswer(SurveyAnswers answers, SurveyAnswer answer) {
        long days = ChronoUnit.DAYS.between(answer.date(), answers.asOf());
        return Math.toIntExact(Checks.notNegative(days, "age of the answer"));
    }

    /**
     * The number of answers.
     *
     * @return the customers who answered, in [0, inf)
     */
    public int respondents() {
        return sortedDays.length;
    }

    /**
     * The age in the middle.
     *
     * @return the median age in days, in [0, inf); empty without answers
     */
    public OptionalDouble medianDays() {
        int n = sortedDays.length;
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sortedDays[(n - 1) / 2] + (double) sortedDays[n / 2]) / 2);
    }

    /**
     * The share of stale answers.
     *
     * @param days the greatest age that is not stale, in [0, inf)
     * @return the answers older than that, of all answers
     * @throws IllegalArgumentException if the number is negative
     */
    public Proportion olderThan(int days) {
        Checks.notNegative((long) days, "days");
        return new Proportion(sortedDays.length - upTo(days), sortedDays.length);
    }

    private int upTo(int days) {
        int low = 0;
        int high = sortedDays.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sortedDays[middle] <= days) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The answers by age: one band up to each of the ages given, and one beyond the last.
     *
     * @param oldestDays the highest age of each band, strictly ascending, each in [0, inf)
     * @return the bands from the youngest to the oldest, one more than ages given
     * @throws IllegalArgumentException if an age is negative or not above the one before, or is the greatest there is
     */
    public List<AgeBand> bands(int... oldestDays) {
        List<AgeBand> bands = new ArrayList<>();
        int youngest = 0;
        int younger = 0;
        for (int i = 0; i < oldestDays.length; i++) {
            Checks.inClosed(oldestDays[i], youngest, Integer.MAX_VALUE - 1, "oldestDays[" + i + "]");
            int upTo = upTo(oldestDays[i]);
            bands.add(new AgeBand(youngest, oldestDays[i], new Proportion(upTo - younger, sortedDays.length)));
            youngest = oldestDays[i] + 1;
            younger = upTo;
        }
        bands.add(new AgeBand(youngest, null, new Proportion(sortedDays.length - younger, sortedDays.length)));
        return List.copyOf(bands);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnswerAges that && Arrays.equals(sortedDays, that.sortedDays);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sortedDays);
    }

    @Override
    public String toString() {
        return medianDays().isEmpty()
                ? "no answers"
                : String.format(
                        Locale.ROOT,
                        "%,d answers, %d to %d days old, median %.1f",
                        sortedDays.length,
                        sortedDays[0],
                        sortedDays[sortedDays.length - 1],
                        medianDays().getAsDouble());
    }
}
