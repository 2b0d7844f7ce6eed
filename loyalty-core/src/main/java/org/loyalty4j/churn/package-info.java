/**
 * Who is leaving: churn and retention of customers whose leaving is known, and the silence of those whose is not.
 *
 * <p>{@link org.loyalty4j.churn.CustomerFlow} is the entry point where customers have leave dates (a contract, a membership);
 * {@link org.loyalty4j.churn.RepeatRate}, {@link org.loyalty4j.churn.FalseChurnCurve}, {@link org.loyalty4j.churn.RelativeSilences}
 * and {@link org.loyalty4j.churn.ChurnStateHistory} are where they only have purchases.
 * The two are never mixed: a silent customer has not left.
 *
 * <pre>{@code
 * CustomerFlow june = CustomerFlow.between(customers, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1));
 * june.churnRate(Denominator.AT_START, 0.95);
 * june.churnRate(Denominator.EXPOSURE, 0.95).map(rate -> rate.per(Horizon.years(1)));
 * }</pre>
 */
@NullMarked
package org.loyalty4j.churn;

import org.jspecify.annotations.NullMarked;
