package org.loyalty4j.btyd;

import java.util.Locale;

/** The kinds of purchase models in continuous time, each with a key by which a command or a file can name it. */
public enum PurchaseModelKind {
    /** {@link BgNbd}. */
    BG_NBD("BG/NBD", false),
    /** {@link MbgNbd}. */
    MBG_NBD("MBG/NBD", false),
    /** {@link ParetoNbd}. */
    PARETO_NBD("Pareto/NBD", false),
    /** {@link BgCnbd}, of k phases from one purchase to the next. */
    BG_CNBD("BG/CNBD", true),
    /** {@link MbgCnbd}, of k phases from one purchase to the next. */
    MBG_CNBD("MBG/CNBD", true),
    /** {@link Nbd}, whose customers never stop. */
    NBD("NBD", false);

    private final String label;
    private final boolean phased;

    PurchaseModelKind(String label, boolean phased) {
        this.label = label;
        this.phased = phased;
    }

    /**
     * The key: the label in small letters, without the stroke.
     *
     * @return {@code bgnbd}, {@code mbgnbd}, {@code paretonbd}, {@code bgcnbd}, {@code mbgcnbd} or {@code nbd}
     */
    public String key() {
        return label.replace("/", "").toLowerCase(Locale.ROOT);
    }

    /**
     * The name used in the field.
     *
     * @return a name such as BG/NBD
     */
    public String label() {
        return label;
    }

    /**
     * Tells whether the kind is a family of models, one for each number k of phases between two purchases.
     *
     * @return true for {@link #BG_CNBD} and {@link #MBG_CNBD}
     */
    public boolean phased() {
        return phased;
    }
}
