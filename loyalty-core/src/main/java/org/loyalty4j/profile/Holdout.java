package org.loyalty4j.profile;

import java.time.LocalDate;
import java.util.Optional;
import org.loyalty4j.data.TransactionLog;

/** The time held out where something is tried on the past: the last third of the time observed. */
final class Holdout {
    private static final int PART = 3;
    private static final int SHORTEST_DAYS = 7;

    private Holdout() {}

    /** The last day before the holdout, which is at most so many days long; empty if fewer than seven days could be held out. */
    static Optional<LocalDate> calibrationEnd(TransactionLog log, LocalDate asOf, double mostDays) {
        return calibrationEnd(log.firstDate().orElse(asOf), asOf, mostDays);
    }

    /** The same where the first day of all rows is known. */
    static Optional<LocalDate> calibrationEnd(LocalDate firstDate, LocalDate asOf, double mostDays) {
        long observed = asOf.toEpochDay() - firstDate.toEpochDay();
        long days = (long) Math.min(observed / PART, mostDays);
        return days < SHORTEST_DAYS ? Optional.empty() : Optional.of(asOf.minusDays(days));
    }
}
