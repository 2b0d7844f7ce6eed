package org.loyalty4j.data;

/**
 * How a negative row, a refund, is read.
 *
 * <p>One customer's rows, read under each policy:
 *
 * <pre>{@code
 * 1 May +100, 3 May +40 -40, 9 May -30
 *
 *                    occasions               total
 * NET_PER_DAY        1 May 100               70     3 May nets to 0; the 30 lowers the total only
 * NET_AGAINST_PRIOR  1 May 70                70     the 30 of 9 May is taken off 1 May
 * DROP               1 May 100, 3 May 40    140     refunds are left out, and counted
 * REJECT             an error
 * }</pre>
 */
public enum RefundPolicy {
    /**
     * Netted against the purchases of the same day. A day at or below zero is no purchase occasion, and its amount still
     * lowers the customer's total.
     */
    NET_PER_DAY,
    /**
     * Netted against the same day first; what is left is taken off the latest purchases before it, and a purchase day taken
     * down to zero is no occasion any more. What exceeds all earlier purchases lowers the total.
     */
    NET_AGAINST_PRIOR,
    /** Left out and counted. */
    DROP,
    /** An {@link IllegalArgumentException} that names the customer, the day and the amount. */
    REJECT
}
