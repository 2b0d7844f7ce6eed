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
 */
@NullMarked
package org.loyalty4j.profile;

import org.jspecify.annotations.NullMarked;
