/**
 * The vocabulary shared by every package: intervals and estimates, proportions, time units, horizons, discount rates and
 * answer scales.
 *
 * <p>Start at {@code org.loyalty4j.profile.LoyaltyAnalysis} for everything in one call, or at
 * {@code org.loyalty4j.data.TransactionLog} to go step by step.
 *
 * <p>Every public type of the library is immutable, final, thread-safe and {@link java.io.Serializable}. A {@code null}
 * argument is a {@link NullPointerException}; a value out of its domain is an {@link IllegalArgumentException} that names
 * the parameter and the value. What is legitimately undefined is an empty {@code Optional}; nothing returns NaN.
 */
@NullMarked
package org.loyalty4j;

import org.jspecify.annotations.NullMarked;
