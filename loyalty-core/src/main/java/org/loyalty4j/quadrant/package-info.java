/**
 * Behaviour against attitude: who buys and likes, who only likes, who only buys, who does neither, and whose attitude is
 * not known.
 *
 * <pre>{@code
 * QuadrantClassifier classifier = new QuadrantClassifier(50, 85);   // cuts, kept for later periods
 * classifier.position("C1", 72.5, 90.0).quadrant();                 // TRUE_LOYALTY
 * }</pre>
 *
 * <p>The two coordinates and their distances to the cuts are always kept; they are never folded into one score.
 */
@NullMarked
package org.loyalty4j.quadrant;

import org.jspecify.annotations.NullMarked;
