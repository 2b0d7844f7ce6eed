package org.loyalty4j.rfm;

/**
 * How customers are put into k bins along an axis.
 *
 * <p>Ten customers with frequencies 1 1 1 1 1 1 2 3 4 9, five bins:
 *
 * <pre>{@code
 * frequency     1  1  1  1  1  1  2  3  4  9
 * QUANTILE      1  1  1  1  1  1  4  4  5  5
 * MID_RANK      2  2  2  2  2  2  4  4  5  5
 * RANK_TILES    1  1  2  2  3  3  4  4  5  5
 * }</pre>
 */
public enum BinningRule {
    /**
     * A customer scores s when it is ahead of at least (s-1)/k of the base. Equal values get equal scores; where many
     * values are equal some scores are not given at all.
     */
    QUANTILE,
    /**
     * A customer scores s when those behind it and half of those level with it make at least (s-1)/k of the base. Equal
     * values get equal scores; a large group of equals is placed by its middle rather than by its bottom.
     */
    MID_RANK,
    /**
     * Tiles of equal size, like NTILE in SQL: customers are ranked from worst to best, equals in the order of the list
     * (for the summaries of a log: by id), and cut into k groups of which the first ones are larger by one where the count
     * does not divide. Equal values can get different scores.
     */
    RANK_TILES,
    /** Cut points that the caller names: a customer scores s when it reaches s-1 of them. */
    FIXED_CUTS
}
