package org.loyalty4j.rfm;

import java.io.Serializable;

/**
 * The scores from one to another, both included.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the lowest is below 1 or above the highest.
 *
 * @param lowest the lowest score, in [1, highest]
 * @param highest the highest score
 */
public record ScoreRange(int lowest, int highest) implements Serializable {

    public ScoreRange {
        if (lowest < 1 || lowest > highest) {
            throw new IllegalArgumentException("lowest must be in [1, " + highest + "], but was " + lowest);
        }
    }

    /**
     * The scores from one to another.
     *
     * @param lowestInclusive the lowest score, at least 1
     * @param highestInclusive the highest score
     * @return the range
     */
    public static ScoreRange of(int lowestInclusive, int highestInclusive) {
        return new ScoreRange(lowestInclusive, highestInclusive);
    }

    /**
     * A single score.
     *
     * @param score the score, at least 1
     * @return the range of that score alone
     */
    public static ScoreRange of(int score) {
        return new ScoreRange(score, score);
    }

    /**
     * Tells whether a score lies in the range.
     *
     * @param score the score
     * @return true if {@code lowest <= score <= highest}
     */
    public boolean contains(int score) {
        return score >= lowest && score <= highest;
    }

    @Override
    public String toString() {
        return lowest == highest ? Integer.toString(lowest) : lowest + "-" + highest;
    }
}
