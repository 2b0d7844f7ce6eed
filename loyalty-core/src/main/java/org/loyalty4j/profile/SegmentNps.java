package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.survey.Nps;

/**
 * The Net Promoter Score of the customers of one RFM segment.
 *
 * @param segment the segment
 * @param nps the score of those of its customers who answered; without respondents where none did
 */
public record SegmentNps(Segment segment, Nps nps) implements Serializable {

    public SegmentNps {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(nps, "nps");
    }

    @Override
    public String toString() {
        return segment + ": " + nps;
    }
}
