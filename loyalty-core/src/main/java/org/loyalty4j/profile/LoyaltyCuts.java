package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.quadrant.ColumnAxis;
import org.loyalty4j.quadrant.QuadrantClassifier;
import org.loyalty4j.rfm.RfmScale;

/**
 * Everything an analysis fitted to its base: to be kept, and given to the next month's analysis.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if there is a column axis for the RFM composite, or none for another
 * measure.
 *
 * @param rfmScale the cut points of R, F and M
 * @param behaviourAxis the percentiles of the RFM composite
 * @param measure what the behaviour axis of the quadrant measures
 * @param columnAxis the axis of that measure; null for the RFM composite
 * @param classifier the cuts of the quadrant
 */
public record LoyaltyCuts(
        RfmScale rfmScale,
        BehaviourAxis behaviourAxis,
        BehaviourMeasure measure,
        @Nullable ColumnAxis columnAxis,
        QuadrantClassifier classifier)
        implements Serializable {

    public LoyaltyCuts {
        Objects.requireNonNull(rfmScale, "rfmScale");
        Objects.requireNonNull(behaviourAxis, "behaviourAxis");
        Objects.requireNonNull(measure, "measure");
        if ((measure == BehaviourMeasure.RFM_COMPOSITE) != (columnAxis == null)) {
            throw new IllegalArgumentException("columnAxis must be given unless measure is RFM_COMPOSITE, but was "
                    + columnAxis + " for " + measure);
        }
        Objects.requireNonNull(classifier, "classifier");
    }
}
