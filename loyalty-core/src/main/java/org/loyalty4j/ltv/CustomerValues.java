package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.summary.RepeatHistories;

/**
 * The residual values of the buyers of a base on the same terms: an immutable list of records, each made when asked for from
 * what was computed once for each distinct history.
 */
public final class CustomerValues extends AbstractList<CustomerValue> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final ResidualValue procedure;
    private final PurchaseSummaries base;
    private final ValueTerms terms;
    private final int[] buyers; // their places in the base
    private final double[] discountedPurchases;
    private final double[] purchaseVariance; // empty without intervals

    private CustomerValues(ResidualValue procedure, PurchaseSummaries base, ValueTerms terms) {
        this.procedure = procedure;
        this.base = base;
        this.terms = terms;
        RepeatHistories histories = base.repeatHistories(PeriodUnit.DAY);
        this.buyers = base.buyers();
        this.discountedPurchases = histories.evaluate(history -> procedure.discounted(history, terms));
        this.purchaseVariance = procedure.hasIntervals()
                ? histories.evaluate(
                        history -> procedure.purchaseVariance(history, terms).orElseThrow())
                : new double[0];
    }

    static CustomerValues of(ResidualValue procedure, PurchaseSummaries base, ValueTerms terms) {
        return new CustomerValues(procedure, base, terms);
    }

    /**
     * The terms on which purchases to come are counted.
     *
     * @return the terms
     */
    public ValueTerms terms() {
        return terms;
    }

    /**
     * What all buyers together are expected still to bring.
     *
     * @return the sum of the values, in the major unit
     */
    public double total() {
        return stream().mapToDouble(CustomerValue::value).sum();
    }

    @Override
    public CustomerValue get(int index) {
        PurchaseSummary summary = base.get(buyers[index]);
        return procedure.value(
                ValueCase.of(summary, terms).orElseThrow(),
                discountedPurchases[index],
                purchaseVariance.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(purchaseVariance[index]));
    }

    @Override
    public int size() {
        return buyers.length;
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
