package org.loyalty4j.data;

/** How a row of amount zero is read. */
public enum ZeroAmountPolicy {
    /** As no purchase; counted. */
    NO_OCCASION,
    /**
     * As a purchase of nothing paid, such as a free renewal. On a day with paid purchases it is merged with them, unless
     * {@link MergePolicy#EACH_ROW} counts each row. On a day on which something was refunded it is one only if the day's net
     * amount is above zero.
     */
    OCCASION
}
