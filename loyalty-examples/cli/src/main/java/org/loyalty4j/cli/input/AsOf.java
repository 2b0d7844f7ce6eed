package org.loyalty4j.cli.input;

import java.time.LocalDate;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;

/** What may be wrong with the last day observed, in the words of the command line. */
public final class AsOf {
    private AsOf() {}

    /**
     * Tells whether a day can be the last one observed.
     *
     * @param log the transactions
     * @param rules how rows become purchases
     * @param day the day
     * @return whether somebody has bought by that day
     */
    public static boolean fits(TransactionLog log, PurchaseRules rules, LocalDate day) {
        return log.firstDate().filter(first -> !first.isAfter(day)).isPresent()
                && PurchaseSummaries.of(log, rules, day).dataReport().buyers() > 0;
    }

    /**
     * Says why transactions do not go with the options where the library speaks of its parameters.
     *
     * @param source the file as the user named it, or {@code query}
     * @param log the transactions
     * @param rules how rows become purchases
     * @param asOf the last day observed
     * @param option the option that gave it, with its article
     * @param unfit what the library said
     * @return the exception to throw
     */
    public static InputException unfit(
            String source,
            TransactionLog log,
            PurchaseRules rules,
            LocalDate asOf,
            String option,
            IllegalArgumentException unfit) {
        LocalDate first = log.firstDate().orElse(asOf);
        if (first.isAfter(asOf)) {
            return InputException.in(
                    source,
                    "the first row is of " + first + ", expected " + option + " on that day or later, but was " + asOf,
                    unfit);
        }
        if (PurchaseSummaries.of(log, rules, asOf).dataReport().buyers() == 0) {
            return InputException.in(
                    source,
                    "there is no purchase by " + asOf + " (" + option.replaceFirst("^an? ", "")
                            + "), expected a customer with a positive amount",
                    unfit);
        }
        return InputException.in(source, String.valueOf(unfit.getMessage()), unfit);
    }
}
