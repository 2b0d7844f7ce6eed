package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.Objects;

/**
 * The cells of R, F and M that belong to a segment, unless an earlier rule has claimed them.
 *
 * @param segment the segment
 * @param r the scores of R
 * @param f the scores of F
 * @param m the scores of M
 */
public record SegmentRule(Segment segment, ScoreRange r, ScoreRange f, ScoreRange m) implements Serializable {

    public SegmentRule {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(r, "r");
        Objects.requireNonNull(f, "f");
        Objects.requireNonNull(m, "m");
    }

    boolean matches(int rScore, int fScore, int mScore) {
        return r.contains(rScore) && f.contains(fScore) && m.contains(mScore);
    }

    @Override
    public String toString() {
        return segment + ": R " + r + ", F " + f + ", M " + m;
    }
}
