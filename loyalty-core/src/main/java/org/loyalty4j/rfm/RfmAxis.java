package org.loyalty4j.rfm;

/** One of the three axes of RFM. */
public enum RfmAxis {
    /** Days since the last purchase: fewer are better. */
    RECENCY,
    /** Purchase occasions: more are better. */
    FREQUENCY,
    /** Money spent, by a {@link MonetaryBasis}: more is better. */
    MONETARY;

    /**
     * Tells whether one value is better than another.
     *
     * @param value a value on this axis
     * @param other another
     * @return true if {@code value} is strictly better
     */
    public boolean isBetter(double value, double other) {
        return goodness(value) > goodness(other);
    }

    /** The value on an axis where more is better; its own inverse. */
    double goodness(double value) {
        return this == RECENCY ? 0 - value : value;
    }
}
