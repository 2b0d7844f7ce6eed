package org.loyalty4j.survey;

/**
 * Which of a customer's responses is the customer's one answer.
 *
 * <p>For a customer who answered 9 in March, and 4 and 6 on one day in May:
 *
 * <table>
 * <caption>Worked example</caption>
 * <tr><th>rule</th><th>answer</th><th>date</th><th>superseded</th></tr>
 * <tr><td>LATEST</td><td>4</td><td>May</td><td>2</td></tr>
 * <tr><td>FIRST</td><td>9</td><td>March</td><td>2</td></tr>
 * <tr><td>MEAN</td><td>6.333</td><td>May</td><td>0</td></tr>
 * </table>
 *
 * <p>Of several responses on the day that counts, the lowest does, so that the order of the rows never matters.
 */
public enum AnswerRule {
    /** The response of the last day; the default. */
    LATEST,
    /** The response of the first day. */
    FIRST,
    /** The mean of all responses, dated by the last; it need not be a whole number, so it cannot be counted by answer. */
    MEAN
}
