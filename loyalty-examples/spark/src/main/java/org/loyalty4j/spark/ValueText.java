package org.loyalty4j.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The text of the values that {@link TypedColumn} lets through. Days met lately are handed out again: tables have few of them. */
final class ValueText {
    private static final int SLOTS = 1 << 12;

    private final int[] days = new int[SLOTS];
    private final @Nullable String[] texts = new @Nullable String[SLOTS];

    @Nullable
    String of(@Nullable Object value) {
        if (value instanceof Integer day) {
            return ofDay(day);
        }
        if (value instanceof Long micros) {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
        }
        return value == null ? null : value.toString();
    }

    private String ofDay(int day) {
        int slot = day & SLOTS - 1;
        String known = texts[slot];
        if (known != null && days[slot] == day) {
            return known;
        }
        String text = LocalDate.ofEpochDay(day).toString();
        days[slot] = day;
        texts[slot] = text;
        return text;
    }
}
