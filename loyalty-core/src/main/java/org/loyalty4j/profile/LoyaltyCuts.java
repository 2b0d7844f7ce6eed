package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.quadrant.QuadrantClassifier;
import org.loyalty4j.rfm.RfmScale;

/**
 * Everything an analysis fitted to its base: to be kept, and given to the next month's analysis.
 *
 * @param rfmScale the cut points of R, F and M
 * @param behaviourAxis the percentiles of the behaviour axis
 * @param classifier the cuts of the quadrant
 */
public record LoyaltyCuts(RfmScale rfmScale, BehaviourAxis behaviourAxis, QuadrantClassifier classifier)
        implements Serializable {

    public LoyaltyCuts {
        Objects.requireNonNull(rfmScale, "rfmScale");
        Objects.requireNonNull(behaviourAxis, "behaviourAxis");
        Objects.requireNonNull(classifier, "classifier");
    }
}
