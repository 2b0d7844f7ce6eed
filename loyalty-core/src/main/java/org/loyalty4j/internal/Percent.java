package org.loyalty4j.internal;

import java.util.Locale;
import java.util.OptionalDouble;

/** Shares in percent with one decimal, as tables and sentences show them. */
public final class Percent {
    private Percent() {}

    /** The bare number, "12.3"; of nobody, what stands for it. */
    public static String number(OptionalDouble share, String ofNobody) {
        return share.isEmpty() ? ofNobody : String.format(Locale.ROOT, "%.1f", 100 * share.getAsDouble());
    }

    /** The number with its sign, "12.3 %"; of nobody, what stands for it. */
    public static String text(OptionalDouble share, String ofNobody) {
        return share.isEmpty() ? ofNobody : number(share, ofNobody) + " %";
    }
}
