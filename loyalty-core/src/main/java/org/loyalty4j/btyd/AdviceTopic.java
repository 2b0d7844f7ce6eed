package org.loyalty4j.btyd;

import java.util.Locale;

/**
 * What {@link ModelAdviser} looks at in the data, and from which number on it speaks. Limits without a source are rules of thumb
 * of this library.
 */
public enum AdviceTopic {
    /** There is no buyer. The number is 0. */
    NO_CUSTOMERS(Severity.STOP),
    /** No buyer has bought again: rates and dropout cannot be told apart from anything. The number is that of the buyers. */
    NO_REPEATERS(Severity.STOP),
    /** Fewer than 200 buyers. The number is theirs. */
    FEW_CUSTOMERS(Severity.WARNING),
    /** Fewer than 50 buyers have bought again. The number is theirs. */
    FEW_REPEATERS(Severity.WARNING),
    /**
     * Some customers made more purchases than there are days from their first to their last: rows of one day are not merged.
     * The number is that of those customers.
     */
    SAME_DAY_ROWS(Severity.WARNING),
    /**
     * The longest time observed is less than three times the mean time between the purchases of those who bought again, or zero:
     * nobody has been silent for long enough to be missed. The number is that ratio.
     */
    LITTLE_TIME(Severity.WARNING),
    /**
     * The share of the buyers who first bought in the first 30 days is more than three times what it would be if births were
     * spread evenly: many may be older than the log. The number is that share.
     */
    LEFT_TRUNCATION(Severity.WARNING),
    /** The horizon is more than twice the longest time observed. The number is that ratio. */
    LONG_HORIZON(Severity.WARNING),
    /** There are buyers who have not bought again. The number is their share. */
    ONE_TIMERS(Severity.INFO),
    /**
     * The shape k of the gaps is at least 1.5, so that 2 is nearer than 1, and more than two standard errors above 1. The number
     * is k. Source: Wheat and Morrison (1990); Platzer and Reutterer (2016).
     */
    REGULAR_PURCHASES(Severity.INFO),
    /**
     * The shape k of the gaps is at most 2/3 and more than two standard errors below 1: purchases come in bursts, which none of
     * these models knows. The number is k.
     */
    BURSTS(Severity.WARNING),
    /**
     * Spearman's correlation of mean spend with frequency is beyond 0.3 either way: the Gamma-Gamma model takes them to be
     * independent. The number is the correlation.
     */
    SPEND_CORRELATION(Severity.WARNING),
    /**
     * Which model to use and why. The number is by how much the AIC of the next best is higher; below 2 they are as good as
     * equal (Burnham and Anderson 2002, section 2.6). It is below zero where the next best ran into a boundary and the choice
     * did not, and 0 where nothing was compared.
     */
    CHOICE(Severity.INFO),
    /** A model ran into a simpler one. The number is how many of those compared did. */
    BOUNDARY(Severity.INFO),
    /**
     * The fit of the model chosen, or of the one that the rhythm suggests, did not converge. The number is its log-likelihood.
     */
    UNCERTAIN_FIT(Severity.WARNING);

    /** How much a finding matters. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** The answers may be wrong or say little. */
        WARNING,
        /** No model can be fitted. */
        STOP
    }

    private final Severity severity;

    AdviceTopic(Severity severity) {
        this.severity = severity;
    }

    /**
     * The key in files and tables.
     *
     * @return the name in small letters, such as {@code few-customers}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * How much it matters.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }
}
