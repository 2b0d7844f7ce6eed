package org.loyalty4j.churn;

/**
 * What a churn rate is a rate of. The same customers give a different number by each, so a rate always says its own.
 *
 * <p>For a window of 30 days with 100 customers at its start, of whom 6 left after 15 days, and 50 who joined after 15 days, of
 * whom 1 left 5 days later:
 *
 * <table>
 * <caption>Worked example</caption>
 * <tr><th>denominator</th><th>churn rate of the window</th></tr>
 * <tr><td>AT_START</td><td>6 / 100 = 0.06</td></tr>
 * <tr><td>AVERAGE</td><td>7 / ((100 + 143) / 2) = 0.0576</td></tr>
 * <tr><td>EXPOSURE</td><td>7 / (3650 customer-days / 30 days) = 0.0575</td></tr>
 * </table>
 */
public enum Denominator {
    /** The customers at the start: the share of them that left. Those who joined later are in neither number. */
    AT_START,
    /** The mean of the customers at the start and at the end: all who left, per customer. It stands in for the exposure. */
    AVERAGE,
    /** The time customers spent on the books: all who left, per customer and unit of time. Growth does not move it. */
    EXPOSURE
}
