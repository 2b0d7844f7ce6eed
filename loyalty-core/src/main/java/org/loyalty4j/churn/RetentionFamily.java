package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.Estimate;

/** How a model is estimated: the coordinates that the climb moves in, its starts, and the likelihood of one renewal. */
interface RetentionFamily<M extends RetentionModel<M>> extends Serializable {

    String name();

    /** As many places as the model has parameters. */
    int dimension();

    /** The model at a point of coordinates. */
    M model(double[] point);

    /** The coordinates of a model. */
    double[] point(M model);

    /** Where to begin, the most usual first. */
    List<double[]> starts(RenewalCounts counts);

    /** How far a coordinate may go beyond the starts. */
    double reach(int coordinate);

    /** Computes ln r(t) and ln (1 - r(t)) with their derivatives by the coordinates. */
    void renewal(double[] point, int t, RenewalTerm term);

    /** The simpler model that a climb without a peak ended at. */
    Optional<RetentionBoundary> boundary(M model, RenewalCounts counts);

    /** An interval of the parameter of a coordinate. */
    Estimate interval(double coordinate, double standardError, double confidence);

    /** The standard error of the parameter itself. */
    double standardError(double coordinate, double standardError);
}
