package org.loyalty4j.cli.model;

import org.loyalty4j.btyd.PurchaseModelChoice;

/** The models as a user names them. */
final class ModelNames {
    static final String BG_BB = "bgbb";
    static final String GAMMA_GAMMA = "gammagamma";

    /** The models of purchases in continuous time. */
    static final String PURCHASES = "bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd";

    private ModelNames() {}

    /**
     * Reads the name of a model of purchases in continuous time.
     *
     * @param name the name
     * @param others what else the option takes, to end the list of the names with
     * @throws IllegalArgumentException if it is none of them
     */
    static PurchaseModelChoice purchases(String name, String others) {
        try {
            return PurchaseModelChoice.parse(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "--model must be one of " + PURCHASES + others + ", but was " + name, unknown);
        }
    }
}
