package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * A purchase model named, not yet fitted: its kind and, where the kind has them, the number of phases.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if k is out of range, or above 1 for a kind without phases.
 *
 * @param kind the kind of model
 * @param k the phases from one purchase to the next, in [1, 100]; 1 for a kind that is not {@link
 *     PurchaseModelKind#phased() phased}
 */
public record PurchaseModelChoice(PurchaseModelKind kind, int k) implements Serializable {
    private static final Pattern TEXT = Pattern.compile("([a-z]+)(?:-([0-9]{1,3}))?");

    public PurchaseModelChoice {
        Objects.requireNonNull(kind, "kind");
        Checks.inClosed(k, 1, kind.phased() ? 100 : 1, "k");
    }

    /**
     * A kind of model without phases, or with one.
     *
     * @param kind the kind of model
     * @return the choice with k = 1
     */
    public static PurchaseModelChoice of(PurchaseModelKind kind) {
        return new PurchaseModelChoice(kind, 1);
    }

    /**
     * The choice that a model is one of.
     *
     * @param model a model with any parameters
     * @return its kind and phases
     */
    public static PurchaseModelChoice of(PurchaseModel<?> model) {
        return parse(model.name());
    }

    /**
     * Reads a choice from text: a {@link #key} or a {@link #name}, in small or capital letters.
     *
     * @param text {@code bgnbd}, {@code mbgnbd}, {@code paretonbd}, {@code nbd}, or {@code bgcnbd-K} or {@code mbgcnbd-K} with
     *     a whole number K in [1, 100]
     * @return the choice
     * @throws IllegalArgumentException if the text names none
     */
    public static PurchaseModelChoice parse(String text) {
        Matcher matcher = TEXT.matcher(
                Objects.requireNonNull(text, "text").replace("/", "").toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            String k = matcher.group(2);
            for (PurchaseModelKind kind : PurchaseModelKind.values()) {
                if (kind.key().equals(matcher.group(1)) && kind.phased() == (k != null)) {
                    return new PurchaseModelChoice(kind, k == null ? 1 : Integer.parseInt(k));
                }
            }
        }
        throw new IllegalArgumentException(
                "model must be one of bgnbd, mbgnbd, paretonbd, nbd, bgcnbd-K and mbgcnbd-K with a whole number K, but was "
                        + text);
    }

    /**
     * The text that {@link #parse} reads.
     *
     * @return a key such as {@code bgnbd} or {@code mbgcnbd-3}
     */
    public String key() {
        return kind.phased() ? kind.key() + "-" + k : kind.key();
    }

    /**
     * The name used in the field.
     *
     * @return a name such as BG/NBD or MBG/CNBD-3
     */
    public String name() {
        return kind.phased() ? kind.label() + "-" + k : kind.label();
    }

    /**
     * What fits the model to data.
     *
     * @return the fitter, without a prior
     */
    public ModelFitter<? extends PurchaseModel<?>, RepeatHistogram> fitter() {
        return switch (kind) {
            case BG_NBD -> ModelFitter.bgNbd();
            case MBG_NBD -> ModelFitter.mbgNbd();
            case BG_CNBD -> ModelFitter.bgCnbd(k);
            case MBG_CNBD -> ModelFitter.mbgCnbd(k);
            case PARETO_NBD -> ModelFitter.paretoNbd();
            case NBD -> ModelFitter.nbd();
        };
    }

    @Override
    public String toString() {
        return key();
    }
}
