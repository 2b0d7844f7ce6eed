/**
 * Who is leaving: churn and retention of customers whose leaving is known, and the silence of those whose is not.
 *
 * <p>Where customers have leave dates (a contract, a membership), {@link org.loyalty4j.churn.CustomerFlow} counts who left,
 * {@link org.loyalty4j.churn.RevenueFlow} what money left, {@link org.loyalty4j.churn.SurvivalCurve} and
 * {@link org.loyalty4j.churn.LogRankTest} how long customers stay, and {@link org.loyalty4j.churn.CohortTriangle} follows those who
 * joined together. {@link org.loyalty4j.churn.RetentionFitter} fits {@link org.loyalty4j.churn.ShiftedBetaGeometric} and
 * {@link org.loyalty4j.churn.BetaDiscreteWeibull}, which say how many will still be there.
 *
 * <p>Where there are only purchases, {@link org.loyalty4j.churn.FalseChurnCurve} finds how long a silence must be to mean something,
 * {@link org.loyalty4j.churn.RelativeSilences} judges it by the customer's own rhythm, {@link org.loyalty4j.churn.ChurnStateHistory}
 * follows customers from state to state, and {@link org.loyalty4j.churn.ChurnAgreement} lays them beside a model.
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
