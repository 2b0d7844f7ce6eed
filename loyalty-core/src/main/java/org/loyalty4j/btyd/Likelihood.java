package org.loyalty4j.btyd;

/**
 * The log-likelihood of given data, laid out for as many evaluations as a climb needs. The same bits on any number of threads;
 * one evaluation at a time.
 */
@FunctionalInterface
interface Likelihood {

    /**
     * The log-likelihood of all data, weights included, on their own scale; adds its derivatives with respect to the
     * logarithms of the parameters.
     */
    double at(double[] parameters, Derivatives derivatives);
}
