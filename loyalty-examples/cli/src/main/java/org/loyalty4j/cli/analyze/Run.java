package org.loyalty4j.cli.analyze;

import java.util.Optional;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.profile.LoyaltyComparison;
import org.loyalty4j.profile.LoyaltyReport;

/**
 * One run of the command, for those who write it down.
 *
 * @param report the analysis
 * @param comparison the same customers on an earlier date; empty if none was given
 * @param inputs what was read for it
 * @param confidence the level of all intervals, in (0, 1)
 * @param currency the label of amounts; empty if none was given
 * @param horizonGiven whether the user chose the horizon, and not the default
 */
record Run(
        LoyaltyReport report,
        Optional<LoyaltyComparison> comparison,
        Inputs inputs,
        double confidence,
        String currency,
        boolean horizonGiven) {

    /** Where every row of transactions went, those included that could not be used. */
    DataReport dataReport() {
        return report.dataReport().withRejected(inputs.transactions().rejectedByKey());
    }
}
