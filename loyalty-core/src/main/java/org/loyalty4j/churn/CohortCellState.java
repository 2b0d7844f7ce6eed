package org.loyalty4j.churn;

/** Whether a cell of a cohort triangle is known. */
public enum CohortCellState {
    /** The period had ended by the last day observed. */
    OBSERVED,
    /** The period had not ended, or not begun: its number is not zero, nobody knows it yet. */
    NOT_YET_OBSERVED
}
