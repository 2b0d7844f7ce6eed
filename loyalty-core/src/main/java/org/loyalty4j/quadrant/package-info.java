/**
 * Behaviour against attitude: who buys and likes, who only likes, who only buys, who does neither, and whose attitude is
 * not known.
 *
 * <pre>{@code
 * QuadrantClassifier classifier = new QuadrantClassifier(50, 85);   // cuts, kept for later periods
 * classifier.position("C1", 72.5, 90.0).quadrant();                 // TRUE_LOYALTY
 * }</pre>
 *
 * <p>{@link org.loyalty4j.quadrant.QuadrantClassifier} is the entry point; {@link org.loyalty4j.quadrant.CutRule} finds its cuts, and
 * {@link org.loyalty4j.quadrant.BehaviourAxis} or any {@link org.loyalty4j.quadrant.ColumnAxis} and
 * {@link org.loyalty4j.quadrant.AttitudeAxis} the coordinates. Of positions,
 * {@link org.loyalty4j.quadrant.CutSensitivity} and {@link org.loyalty4j.quadrant.QuadrantProbabilities} say how sure they are,
 * {@link org.loyalty4j.quadrant.QuadrantTable} what is in each quadrant, {@link org.loyalty4j.quadrant.QuadrantMovement} who moved
 * between two dates, and {@link org.loyalty4j.quadrant.Playbook} what to do next.
 *
 * <p>The two coordinates and their distances to the cuts are always kept; they are never folded into one score.
 */
@NullMarked
package org.loyalty4j.quadrant;

import org.jspecify.annotations.NullMarked;
