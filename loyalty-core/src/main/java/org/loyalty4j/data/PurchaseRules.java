package org.loyalty4j.data;

import java.io.Serializable;
import java.util.Objects;

/**
 * What counts as a purchase occasion. By default: one customer, one day, a positive net amount.
 *
 * @param refunds how negative rows are read
 * @param merge how several purchases on one day are counted
 * @param zeroAmounts how rows of amount zero are read
 */
public record PurchaseRules(RefundPolicy refunds, MergePolicy merge, ZeroAmountPolicy zeroAmounts)
        implements Serializable {

    public PurchaseRules {
        Objects.requireNonNull(refunds, "refunds");
        Objects.requireNonNull(merge, "merge");
        Objects.requireNonNull(zeroAmounts, "zeroAmounts");
    }

    /**
     * The default reading: {@link RefundPolicy#NET_PER_DAY}, {@link MergePolicy#PER_DAY},
     * {@link ZeroAmountPolicy#NO_OCCASION}.
     *
     * @return the default rules
     */
    public static PurchaseRules withDefaults() {
        return new PurchaseRules(RefundPolicy.NET_PER_DAY, MergePolicy.PER_DAY, ZeroAmountPolicy.NO_OCCASION);
    }

    /**
     * These rules with another reading of refunds.
     *
     * @param policy how negative rows are read
     * @return the changed rules
     */
    public PurchaseRules withRefunds(RefundPolicy policy) {
        return new PurchaseRules(Objects.requireNonNull(policy, "policy"), merge, zeroAmounts);
    }

    /**
     * These rules with another count of same-day purchases.
     *
     * @param policy how several purchases on one day are counted
     * @return the changed rules
     */
    public PurchaseRules withMerge(MergePolicy policy) {
        return new PurchaseRules(refunds, Objects.requireNonNull(policy, "policy"), zeroAmounts);
    }

    /**
     * These rules with another reading of zero amounts.
     *
     * @param policy how rows of amount zero are read
     * @return the changed rules
     */
    public PurchaseRules withZeroAmounts(ZeroAmountPolicy policy) {
        return new PurchaseRules(refunds, merge, Objects.requireNonNull(policy, "policy"));
    }
}
