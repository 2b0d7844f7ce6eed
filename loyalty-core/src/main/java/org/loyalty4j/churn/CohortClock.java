package org.loyalty4j.churn;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.internal.Checks;

/** Numbers the periods of a calendar, and knows which have ended. */
final class CohortClock {
    static final LocalDate ORIGIN = LocalDate.of(2000, 1, 3);

    private final CalendarPeriods calendar;
    private final LocalDate asOf;
    final int current; // the period of the day after the last observed: all before it have ended

    CohortClock(LocalDate asOf, CalendarPeriods calendar) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.asOf = Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        LocalDate next = calendar.next(asOf);
        int period = calendar.between(ORIGIN, asOf);
        this.current = next.equals(asOf.plusDays(1)) ? period + 1 : period;
    }

    int period(LocalDate day) {
        return calendar.between(ORIGIN, day);
    }

    LocalDate start(int period) {
        return calendar.plus(ORIGIN, period);
    }

    String label(LocalDate start) {
        return calendar.label(start);
    }

    /** The first period at whose end a customer is gone who leaves on a day; of one who has not left, the first not ended. */
    int endOf(@Nullable LocalDate leftOn) {
        return leftOn == null || leftOn.isAfter(asOf) ? current : period(leftOn);
    }
}
