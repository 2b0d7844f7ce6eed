package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;

/**
 * Says what is remarkable of data before anything is fitted to them.
 *
 * @param <D> the data
 */
interface Advice<D> extends Serializable {
    /** A sample smaller than this deserves a word. */
    double FEW = 50;

    /** What a user should know of the data, each in a sentence; often nothing. */
    List<String> on(D data);

    /** Whether nothing was repeated, so that no parameter can be learned, whatever the likelihood seems to lead to. */
    default boolean isSilent(D data) {
        return false;
    }

    /** A number of customers as text: whole unless weighted otherwise. */
    static String count(double customers) {
        return customers == Math.rint(customers) ? Long.toString((long) customers) : Double.toString(customers);
    }
}
