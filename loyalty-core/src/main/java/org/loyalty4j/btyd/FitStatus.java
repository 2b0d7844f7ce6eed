package org.loyalty4j.btyd;

/** How a fit ended: whether to believe it. */
public enum FitStatus {
    /** At a maximum of the likelihood: the parameters and their uncertainty can be used. */
    CONVERGED,
    /**
     * The likelihood rises all the way to a simpler model, which the {@link Boundary} names. The model stands close to it and
     * forecasts well, but single parameters mean nothing and have no standard error.
     */
    AT_BOUNDARY,
    /**
     * Many parameters explain the data equally well. The model is one of them: it describes the customers seen, and little
     * should be built on what it says of others.
     */
    NOT_IDENTIFIED,
    /** The limit of evaluations was reached first: the parameters are not those of the maximum. */
    ITERATION_LIMIT
}
