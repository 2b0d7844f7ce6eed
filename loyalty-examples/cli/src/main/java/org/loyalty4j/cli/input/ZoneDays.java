package org.loyalty4j.cli.input;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/** The days on which points in time fall in the calendar of a zone; remembers its offset of days met lately. */
final class ZoneDays {
    private static final int SECONDS = 86_400;
    private static final int SLOTS = 1 << 12;

    private final ZoneRules rules;
    private final long[] days = new long[SLOTS]; // of the calendar of UTC
    private final int[] offsets = new int[SLOTS];

    ZoneDays(ZoneId zone) {
        this.rules = zone.getRules();
        Arrays.fill(days, Long.MIN_VALUE);
    }

    int epochDay(long epochSecond) {
        return (int) Math.floorDiv(epochSecond + offset(epochSecond), (long) SECONDS);
    }

    private int offset(long epochSecond) {
        long day = Math.floorDiv(epochSecond, (long) SECONDS);
        int slot = (int) day & SLOTS - 1;
        if (days[slot] == day) {
            return offsets[slot];
        }
        Instant midnight = Instant.ofEpochSecond(day * SECONDS);
        ZoneOffsetTransition next = rules.nextTransition(midnight);
        if (next != null && next.toEpochSecond() < (day + 1) * SECONDS) {
            return rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds(); // it changes on that day
        }
        days[slot] = day;
        offsets[slot] = rules.getOffset(midnight).getTotalSeconds();
        return offsets[slot];
    }
}
