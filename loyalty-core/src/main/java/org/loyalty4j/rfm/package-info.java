/**
 * Recency, frequency and monetary value: scores, their cut points, and segments.
 *
 * <pre>{@code
 * RfmScores scores = RfmScorer.withDefaults().score(summaries);
 * SegmentMap map = SegmentMap.standard();
 * scores.of(0).map(map::segmentOf);
 *
 * RfmScale scale = scores.scale();          // the cut points, to be kept
 * scale.score(nextMonthsSummary);           // and used on other customers
 * }</pre>
 *
 * <p>On every axis the highest score is the best; equal values get equal scores unless {@link
 * org.loyalty4j.rfm.BinningRule#RANK_TILES} is asked for. Neither the unit of money nor the order of the customers matters.
 */
@NullMarked
package org.loyalty4j.rfm;

import org.jspecify.annotations.NullMarked;
