package org.loyalty4j.cli.analyze;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.cli.DateConverter;
import org.loyalty4j.profile.ChurnPlan;
import picocli.CommandLine.Option;

/** The options that say how churn is read; every default is the library's. */
final class ChurnOptions {
    @Option(
            names = "--false-churn",
            paramLabel = "SHARE",
            description =
                    "Of the buyers called lapsed, at most this share may come back: the threshold of silence is the"
                            + " smallest that keeps it. Default: 0.10.")
    private double falseChurn = ChurnPlan.withDefaults().falseChurn();

    @Option(
            names = "--inactive-after",
            paramLabel = "DAYS",
            description = "A threshold of silence of your own, in place of the one that --false-churn gives.")
    private @Nullable Integer inactiveAfterDays;

    @Option(
            names = "--cohorts",
            paramLabel = "PERIOD",
            converter = AnalysisConverters.ToCalendarPeriods.class,
            description = "Periods of cohorts, churn states and the NPS trend: month (default), quarter, or week (from"
                    + " Monday).")
    private CalendarPeriods calendar = ChurnPlan.withDefaults().calendar();

    @Option(
            names = "--records-from",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description =
                    "The day from which leave dates are on record, where the customers file begins with those then on"
                            + " the books. Default: from the first.")
    private @Nullable LocalDate recordsFrom;

    /**
     * How churn is read.
     *
     * @throws IllegalArgumentException if an option is out of range
     */
    ChurnPlan plan() {
        if (!(falseChurn > 0 && falseChurn < 1)) {
            throw new IllegalArgumentException("--false-churn must be in (0, 1), but was " + falseChurn);
        }
        if (inactiveAfterDays != null && inactiveAfterDays < 1) {
            throw new IllegalArgumentException("--inactive-after must be in [1, inf), but was " + inactiveAfterDays);
        }
        ChurnPlan plan = ChurnPlan.withDefaults().withFalseChurn(falseChurn).withCalendar(calendar);
        if (inactiveAfterDays != null) {
            plan = plan.withInactiveAfterDays(inactiveAfterDays);
        }
        return recordsFrom == null ? plan : plan.withRecordsFrom(recordsFrom);
    }
}
