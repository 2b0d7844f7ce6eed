package org.loyalty4j.cli.input;

import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.ZeroAmountPolicy;
import picocli.CommandLine.Option;

/** The options that say how rows become purchases; every default is the library's. */
public final class PurchaseRuleOptions {
    private static final PurchaseRules DEFAULT = PurchaseRules.withDefaults();

    @Option(
            names = "--refunds",
            paramLabel = "POLICY",
            converter = InputConverters.ToRefundPolicy.class,
            description = "Negative rows: net-per-day (default), net-against-prior, drop, or reject.")
    private RefundPolicy refunds = DEFAULT.refunds();

    @Option(
            names = "--same-day",
            paramLabel = "POLICY",
            converter = InputConverters.ToMergePolicy.class,
            description = "Several purchases on one day count per-day, as one (default), or each-row.")
    private MergePolicy sameDay = DEFAULT.merge();

    @Option(
            names = "--zero-amounts",
            paramLabel = "POLICY",
            converter = InputConverters.ToZeroAmountPolicy.class,
            description = "Rows of amount zero are no-occasion (default) or an occasion.")
    private ZeroAmountPolicy zeroAmounts = DEFAULT.zeroAmounts();

    /** Creates the options. */
    public PurchaseRuleOptions() {}

    /**
     * How rows become purchases.
     *
     * @return the rules
     */
    public PurchaseRules rules() {
        return new PurchaseRules(refunds, sameDay, zeroAmounts);
    }

    /**
     * Whether refunds are rejected row by row.
     *
     * @return true under {@code --refunds reject}
     */
    public boolean rejectsRefunds() {
        return refunds == RefundPolicy.REJECT;
    }
}
