/**
 * What a customer is worth: spent so far, and by the formulas that need no model.
 *
 * <p>{@link org.loyalty4j.ltv.HistoricValue} is exact and looks back. The formula values are estimates and look ahead, each for
 * one way of doing business: {@link org.loyalty4j.ltv.OrderValueFormula} for orders over a lifespan,
 * {@link org.loyalty4j.ltv.RetentionFormula} for a margin that comes each period while the customer stays,
 * {@link org.loyalty4j.ltv.SubscriptionFormula} for the same from a price and a churn. All take their discount rate from the
 * caller. {@link org.loyalty4j.ltv.UnitEconomics} sets them against what a customer costs to win.
 *
 * <pre>{@code
 * RetentionFormula customer = new RetentionFormula(25, 0.9, PeriodUnit.MONTH, FirstPayment.NOW);
 * customer.value(DiscountRate.annual(0.10)); // 233.4
 * new UnitEconomics(new AcquisitionCost(50_000, 400), customer).paybackWithChurn(); // Optional[6 months]
 * }</pre>
 *
 * <p>Every customer is taken to be alike: where they differ, a formula fed with averages misstates the value, and a fitted
 * model is the better answer.
 */
@NullMarked
package org.loyalty4j.ltv;

import org.jspecify.annotations.NullMarked;
