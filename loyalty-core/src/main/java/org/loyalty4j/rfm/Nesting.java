package org.loyalty4j.rfm;

/** Whether the axes are cut independently of each other. */
public enum Nesting {
    /** Each axis is cut over the whole base: an F of 5 means the same number of purchases for everybody. */
    INDEPENDENT,
    /**
     * F is cut within each score of R, and M within each pair of scores of R and F, so that the cells are evenly filled; an
     * F of 5 then means different numbers of purchases at different R. A cell without customers falls back on the cut
     * points of the whole base.
     */
    NESTED
}
