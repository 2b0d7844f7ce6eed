/**
 * The facts: customers, transactions and survey responses, and the rules by which they are read.
 *
 * <p>{@link org.loyalty4j.data.TransactionLog} is the entry point: an immutable columnar log, built from
 * {@link org.loyalty4j.data.Transaction} records, from any class of the caller's by accessor functions, or row by row.
 *
 * <pre>{@code
 * TransactionLog log = orders.stream()
 *         .collect(TransactionLog.collector(Order::customer, Order::day, Order::total));
 * }</pre>
 *
 * <p>Whole columns, large lists and chunks with a dictionary of ids go through {@link org.loyalty4j.data.LogLoader}, on several
 * threads if asked.
 *
 * <p>Nothing in this package calculates a score; {@code org.loyalty4j.summary} starts from here.
 */
@NullMarked
package org.loyalty4j.data;

import org.jspecify.annotations.NullMarked;
