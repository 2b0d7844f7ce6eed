package org.loyalty4j;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * The whole numbers a survey question may be answered with, from the worst answer to the best.
 *
 * <p>Checked where answers come in, so that an answer on a 1..5 scale is never read on a 0..10 one.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the maximum is not above the minimum.
 *
 * @param minimum the worst answer
 * @param maximum the best answer, above {@code minimum}
 */
public record Scale(int minimum, int maximum) implements Serializable {

    /** The 0..10 scale of the Net Promoter question. */
    public static final Scale NPS = new Scale(0, 10);

    public Scale {
        if (maximum <= minimum) {
            throw new IllegalArgumentException("maximum must be above minimum " + minimum + ", but was " + maximum);
        }
    }

    /**
     * A scale from 1 to the given number of points, such as the usual five-point agreement scale.
     *
     * @param points how many answers there are, in [2, inf)
     * @return the scale 1..points
     * @throws IllegalArgumentException if there are fewer than two points
     */
    public static Scale likert(int points) {
        return new Scale(1, Checks.inClosed(points, 2, Integer.MAX_VALUE, "points"));
    }

    /**
     * Tells whether an answer is on the scale.
     *
     * @param answer the answer
     * @return true if it lies between minimum and maximum, both included
     */
    public boolean contains(int answer) {
        return answer >= minimum && answer <= maximum;
    }

    /**
     * Checks one answer.
     *
     * @param answer the answer
     * @return the answer
     * @throws IllegalArgumentException if it is not on the scale
     */
    public int check(int answer) {
        if (!contains(answer)) {
            throw new IllegalArgumentException("answer must be on the scale " + this + ", but was " + answer);
        }
        return answer;
    }

    /**
     * Places an answer, or a mean of answers, between worst and best: percent of maximum possible.
     *
     * <pre>{@code 100 (answer - minimum) / (maximum - minimum) }</pre>
     *
     * @param answer an answer or a mean of answers, in [minimum, maximum]
     * @return percent of maximum possible, in [0, 100]
     * @throws IllegalArgumentException if the answer is off the scale
     * @see <a href="https://doi.org/10.1207/s15327906mbr3403_2">Cohen, Cohen, Aiken and West (1999)</a>
     */
    public double percentOfMaximum(double answer) {
        Checks.inClosed(answer, minimum, maximum, "answer");
        return 100 * (answer - minimum) / ((double) maximum - minimum);
    }

    @Override
    public String toString() {
        return minimum + ".." + maximum;
    }
}
