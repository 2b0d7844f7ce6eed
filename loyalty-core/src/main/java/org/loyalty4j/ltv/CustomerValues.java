package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.SpendHistory;

/**
 * The residual values of the buyers of a base on the same terms: an immutable list of records, each made when asked for from
 * what was computed once for each distinct history and each distinct spend.
 */
public final class CustomerValues extends AbstractList<CustomerValue> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ANY_CUSTOMER = "any customer";

    private final Buyers buyers;
    private final ValueTerms terms;
    private final SpendPart spend;
    private final UncertainColumn purchasesOf; // by distinct history
    private final UncertainColumn spendOf; // by distinct spend, then of those whose spend is not known

    private CustomerValues(ResidualValue procedure, Buyers buyers, ValueTerms terms, int parallelism) {
        boolean withVariance = procedure.hasIntervals();
        this.buyers = buyers.in(procedure.unit());
        this.terms = terms;
        this.spend = procedure.spend();
        this.spendOf = spends(spend, buyers, withVariance);
        this.purchasesOf = procedure.purchases(this.buyers.histories().histogram(), terms, withVariance, parallelism);
    }

    private static UncertainColumn spends(SpendPart spend, Buyers buyers, boolean withVariance) {
        SpendHistogram spends = buyers.spends();
        UncertainColumn column = new UncertainColumn(spends.size() + 1, withVariance);
        for (int row = 0; row < spends.size(); row++) {
            column.set(row, spend.expected(history(spends, row), withVariance));
        }
        if (buyers.haveUnknownSpend()) {
            column.set(spends.size(), spend.expected(null, withVariance));
        }
        return column;
    }

    /** Refuses a model under which the spend of a buyer is undefined. */
    static void checkSpends(SpendPart spend, Buyers buyers) {
        spends(spend, buyers, false);
    }

    static CustomerValues of(ResidualValue procedure, PurchaseSummaries base, ValueTerms terms, int parallelism) {
        return new CustomerValues(procedure, Buyers.of(base), terms, parallelism);
    }

    /** The values of buyers who have been read before. */
    static CustomerValues of(ResidualValue procedure, Buyers buyers, ValueTerms terms) {
        return new CustomerValues(procedure, buyers, terms, 1);
    }

    private static SpendHistory history(SpendHistogram spends, int row) {
        return new SpendHistory(ANY_CUSTOMER, spends.repeatPurchases(row), spends.meanSpend(row));
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
        double sum = 0; // not a stream's sum, whose last bit is free to change with the JDK
        for (int buyer = 0; buyer < buyers.size(); buyer++) {
            sum += purchasesOf.value(buyers.historyOf(buyer)) * spendOf.value(buyers.spendOf(buyer)) * terms.margin();
        }
        return sum;
    }

    @Override
    public CustomerValue get(int index) {
        return spend.value(
                buyers.customerId(index),
                purchasesOf.get(buyers.historyOf(index)),
                spendOf.get(buyers.spendOf(index)),
                terms.margin());
    }

    @Override
    public int size() {
        return buyers.size();
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
