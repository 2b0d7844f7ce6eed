/**
 * Everything in one call: {@link org.loyalty4j.profile.LoyaltyAnalysis} reads a log and survey responses and gives a
 * {@link org.loyalty4j.profile.LoyaltyReport} of all aggregates and a {@link org.loyalty4j.profile.LoyaltyProfile} of each
 * customer. {@link org.loyalty4j.profile.LoyaltyReport#churn()} says who is leaving and what is at risk,
 * {@link org.loyalty4j.profile.LoyaltyReport#survey()} whom the answers speak for, and
 * {@link org.loyalty4j.profile.LoyaltyAnalysis#compare} makes a {@link org.loyalty4j.profile.LoyaltyComparison} of two dates.
 *
 * <pre>{@code
 * LoyaltyReport report = LoyaltyAnalysis.withDefaults().run(log, responses, LocalDate.of(2026, 6, 30));
 * report.quadrants();
 * report.profileOf("C1").map(LoyaltyProfile::actions);
 * }</pre>
 *
 * <p>One customer apart is profiled by the {@link org.loyalty4j.profile.CustomerProfiler} of a report. Where the customers are nowhere
 * together, {@link org.loyalty4j.profile.CustomerReader} reads each, and what they teach is learnt from counts, which can be merged:
 * {@link org.loyalty4j.profile.BaseCounts}, then {@link org.loyalty4j.profile.CellCounts}, then
 * {@link org.loyalty4j.profile.BaseTotals} for the aggregates.
 */
@NullMarked
package org.loyalty4j.profile;

import org.jspecify.annotations.NullMarked;
