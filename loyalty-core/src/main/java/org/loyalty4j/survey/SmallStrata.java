package org.loyalty4j.survey;

/**
 * What becomes of a stratum in which too few answered to speak for it.
 *
 * <p>Of four strata in this order, with a minimum of 2 respondents:
 *
 * <table>
 * <caption>Worked example: respondents of customers</caption>
 * <tr><th>rule</th><th>A: 0 of 50</th><th>B: 5 of 40</th><th>C: 1 of 10</th><th>D: 4 of 20</th></tr>
 * <tr><td>COLLAPSE</td><td colspan="2">A + B: 5 of 90</td><td colspan="2">C + D: 5 of 30</td></tr>
 * <tr><td>LEAVE_OUT</td><td>uncovered</td><td>5 of 40</td><td>uncovered</td><td>4 of 20</td></tr>
 * </table>
 */
public enum SmallStrata {
    /**
     * It is collapsed with a neighbour in the order given, the default. From the first stratum to the last, each that has too
     * few is joined to the stratum before or after it, whichever then has the fewer customers to a respondent (the one before if
     * they are equal), and again until it has enough. Silent customers are so taken to be like their neighbours; the order of
     * the strata is therefore part of the estimate.
     */
    COLLAPSE,
    /** It is left out, and its size is reported; the estimate speaks for the others only. */
    LEAVE_OUT
}
