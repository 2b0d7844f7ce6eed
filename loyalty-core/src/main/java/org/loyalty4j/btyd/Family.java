package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.internal.Parallel;

/**
 * What a fitter needs to know of a kind of model: where to start, the likelihood with its derivatives, and what it means
 * when a parameter runs away.
 *
 * @param <M> the model
 * @param <D> the data it is fitted to, identical histories merged
 */
interface Family<M extends ParametricModel<M>, D> extends Serializable {

    /** The name of the model. */
    String name();

    /** The symbols of the parameters. */
    List<String> symbols();

    /** The model with parameters in the unit of the data. */
    M model(double[] parameters, D data);

    /** Starting parameters, all positive, computed from the data; more than one. */
    List<double[]> starts(D data);

    /** The log-likelihood of the data, evaluated on so many threads. */
    Likelihood likelihood(D data, Parallel parallel);

    /** One evaluation of {@link #likelihood}, on one thread. */
    default double logLikelihood(double[] parameters, D data, Derivatives derivatives) {
        return likelihood(data, Parallel.NONE).at(parameters, derivatives);
    }

    /**
     * Much smaller data of as many customers that look like these, to find the way to the maximum at little cost; empty where
     * the data are small themselves. It follows from the data alone.
     */
    default Optional<D> sketch(D data) {
        return Optional.empty();
    }

    /** The number of customers: the sum of the weights. */
    double customers(D data);

    /** The number of distinct histories. */
    int distinctHistories(D data);

    /** Which boundary these parameters stand at, when the likelihood still rises that way without end. */
    Optional<Boundary> boundary(double[] parameters, D data);

    /** What a user should know of a model with these parameters, each in a sentence; often nothing. */
    default List<String> warnings(double[] parameters, D data) {
        return List.of();
    }
}
