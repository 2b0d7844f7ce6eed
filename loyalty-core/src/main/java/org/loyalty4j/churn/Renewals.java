package org.loyalty4j.churn;

import org.loyalty4j.internal.Checks;

/** The checks that all models of renewals make of a renewal's number. */
final class Renewals {
    private Renewals() {}

    static int notNegative(int renewal) {
        Checks.notNegative((long) renewal, "renewal");
        return renewal;
    }

    static int positive(int renewal) {
        Checks.positive((long) renewal, "renewal");
        return renewal;
    }

    /** The renewal so many after those made. */
    static int after(int renewalsMade, int next) {
        Checks.notNegative((long) renewalsMade, "renewalsMade");
        return Checks.inClosed(next, 0, Integer.MAX_VALUE - renewalsMade, "next") + renewalsMade;
    }
}
