package org.loyalty4j.data;

/** How a row of amount zero is read. */
public enum ZeroAmountPolicy {
    /** As no purchase; counted. */
    NO_OCCASION,
    /** As a purchase of nothing paid, such as a free renewal. On a day with paid purchases it is merged with them. */
    OCCASION
}
