/**
 * What a log says of each customer at a day of observation.
 *
 * <p>{@link org.loyalty4j.summary.PurchaseSummaries} is the entry point. One word is kept to one meaning: <em>recency</em>
 * is the number of days since the last purchase and belongs to RFM; the t_x of the purchase models is
 * {@link org.loyalty4j.summary.RepeatHistory#lastPurchaseAt()}, an age.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>name here</th><th>meaning</th></tr>
 * <tr><td>x</td><td>repeatPurchases</td><td>purchase days after the first</td></tr>
 * <tr><td>t_x</td><td>lastPurchaseAt</td><td>time from the first purchase to the last</td></tr>
 * <tr><td>T</td><td>observedFor</td><td>time from the first purchase to the end of observation</td></tr>
 * </table>
 */
@NullMarked
package org.loyalty4j.summary;

import org.jspecify.annotations.NullMarked;
