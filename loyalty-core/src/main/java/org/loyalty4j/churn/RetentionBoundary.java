package org.loyalty4j.churn;

/** A simpler story that the fit of a {@link RetentionModel} ran into: the likelihood rises all the way to it. */
public enum RetentionBoundary {
    /** Nobody left: the chance of leaving went to zero. */
    EVERYBODY_STAYS("nobody left; the data say how rare leaving is, not how it differs"),
    /** Everybody left at the first chance. */
    EVERYBODY_LEAVES("everybody left at the first renewal; there is no retention to project"),
    /**
     * All customers are alike: the beta distribution of their chances has no spread. Of sBG what is left is {@link ConstantChurn}; of
     * BdW it is one discrete Weibull distribution, whose chance of leaving may change from renewal to renewal.
     */
    NO_HETEROGENEITY(
            "customers seem to be all alike; a model without differences between them says the same with fewer parameters"),
    /** Customers are of two kinds, those who leave at the first renewal and those who never leave. */
    TWO_KINDS("customers seem to be of two kinds: those who leave at once and those who never do"),
    /** The shape c went as far as it is let: the change from one renewal to the next is abrupt. */
    EXTREME_SHAPE("the chance of leaving seems to change abruptly from one renewal to the next");

    private final String meaning;

    RetentionBoundary(String meaning) {
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
