package org.loyalty4j.summary;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.DataReport;

/** What became of the rows and customers that a reader has read: the counts of a data report. */
final class OccasionCounts {
    long afterEnd;
    long refundsDropped;
    long refundsNetted;
    long unmatchedRefunds;
    long zeroAmounts;
    long occasions;
    long merged;
    long cancelled;
    long buyers;
    long prospects;
    long bornEarly;

    /** Adds the counts over other customers. */
    OccasionCounts add(OccasionCounts other) {
        afterEnd += other.afterEnd;
        refundsDropped += other.refundsDropped;
        refundsNetted += other.refundsNetted;
        unmatchedRefunds += other.unmatchedRefunds;
        zeroAmounts += other.zeroAmounts;
        occasions += other.occasions;
        merged += other.merged;
        cancelled += other.cancelled;
        buyers += other.buyers;
        prospects += other.prospects;
        bornEarly += other.bornEarly;
        return this;
    }

    DataReport report(@Nullable LocalDate firstDate, @Nullable LocalDate lastDate) {
        return new DataReport(
                Map.of(),
                afterEnd,
                refundsDropped,
                refundsNetted,
                zeroAmounts,
                occasions,
                merged,
                cancelled,
                unmatchedRefunds,
                buyers,
                prospects,
                0,
                bornEarly,
                firstDate,
                lastDate);
    }
}
