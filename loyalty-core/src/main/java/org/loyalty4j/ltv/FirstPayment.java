package org.loyalty4j.ltv;

/**
 * When a customer's first payment falls, and whether it is certain. Every published retention formula assumes one of these and
 * seldom says which; the values differ by up to a whole payment.
 *
 * <p>For a margin m = 100 a year, a retention r = 0.8 and a discount rate d = 0.1:
 *
 * <table>
 * <caption>Worked example</caption>
 * <tr><th>timing</th><th>payments</th><th>value without end</th></tr>
 * <tr><td>NOW</td><td>m, m r/(1+d), ...</td><td>m (1+d)/(1+d-r) = 366.67</td></tr>
 * <tr><td>END_OF_FIRST_PERIOD_CERTAIN</td><td>m/(1+d), m r/(1+d)^2, ...</td><td>m/(1+d-r) = 333.33</td></tr>
 * <tr><td>END_OF_FIRST_PERIOD_IF_RETAINED</td><td>m r/(1+d), m r^2/(1+d)^2, ...</td><td>m r/(1+d-r) = 266.67</td></tr>
 * </table>
 *
 * @see <a href="https://www.brucehardie.com/notes/024/">Fader and Hardie (2012), Reconciling and clarifying CLV formulas</a>
 */
public enum FirstPayment {
    /** At once and certain: a new customer whose first payment is to be counted. */
    NOW,
    /** After one period and certain: the first chance to leave comes after the first payment. */
    END_OF_FIRST_PERIOD_CERTAIN,
    /** After one period, if the customer is still there: the residual value of one who has just paid (Gupta and Lehmann). */
    END_OF_FIRST_PERIOD_IF_RETAINED
}
