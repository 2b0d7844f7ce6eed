package org.loyalty4j.rfm;

/** The values of a base on one axis, in order of goodness, the worst first: what cut points are read from. */
interface RankedValues {

    /**
     * All customers of one value.
     *
     * @param goodness their value, on the axis where more is better
     * @param from how many customers are worse
     * @param to how many are not better
     */
    record Run(double goodness, long from, long to) {}

    /** The number of customers. */
    long size();

    /** The runs to which some ranks belong, counted from 0 and ascending. */
    Run[] runsAt(long... ranks);
}
