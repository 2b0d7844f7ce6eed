package org.loyalty4j.btyd;

/** A simpler model that a fit ran into: the likelihood rises all the way to it. */
public enum Boundary {
    /** Nobody drops out: the dropout probability or rate went to zero. */
    NO_DROPOUT("nobody seems to drop out; a model without dropout says the same with fewer parameters"),
    /** Everybody drops out at once. */
    IMMEDIATE_DROPOUT("everybody seems to drop out at once; there is no repeat purchase to forecast"),
    /** All customers buy at the same rate: the gamma of the rates has no spread. */
    NO_RATE_HETEROGENEITY("all customers seem to buy at the same rate"),
    /** All customers have the same dropout probability or rate: its mixing distribution has no spread. */
    NO_DROPOUT_HETEROGENEITY("all customers seem to drop out at the same rate"),
    /** Customers are of two extreme kinds: a mixing distribution has all its mass at its ends. */
    EXTREME_HETEROGENEITY("customers seem to be of two extreme kinds, with nothing between"),
    /** All customers spend the same on average: the gamma of the spend scale has no spread. */
    NO_SPEND_HETEROGENEITY("all customers seem to spend the same on average"),
    /** A customer always spends the same amount: the gamma of single amounts has no spread. */
    NO_SPEND_VARIATION("a customer seems to spend the same amount every time");

    private final String meaning;

    Boundary(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What it means, in words.
     *
     * @return half a sentence in English
     */
    public String meaning() {
        return meaning;
    }
}
