package org.loyalty4j.data;

/** How several purchases of one customer on one day are counted. */
public enum MergePolicy {
    /** As one purchase occasion, with their amounts summed. */
    PER_DAY,
    /**
     * As one occasion for each purchase row of a day whose net amount is above zero: receipts rather than visits. The
     * purchase models, which need distinct times, still see one purchase on that day.
     */
    EACH_ROW
}
