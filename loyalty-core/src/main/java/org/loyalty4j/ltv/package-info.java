/**
 * What a customer is worth: spent so far, by the formulas that need no model, and by models fitted to the base.
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
 * <p>The formulas take every customer to be alike: where they differ, a formula fed with averages misstates the value, and a
 * fitted model is the better answer. {@link org.loyalty4j.ltv.ResidualValue}, and {@link org.loyalty4j.ltv.OpportunityValue} where
 * purchases happen at opportunities, give what each customer is expected still to bring, and how well that is known; {@link
 * org.loyalty4j.ltv.ValueSimulation} and {@link org.loyalty4j.ltv.OpportunityValueSimulation} what the customer may really
 * bring; {@link org.loyalty4j.ltv.ValueBootstrap} how well the total of a base is known.
 */
@NullMarked
package org.loyalty4j.ltv;

import org.jspecify.annotations.NullMarked;
