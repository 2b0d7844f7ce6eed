package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.loyalty4j.internal.RowList;

/** The scores of a base of customers, and the cut points they come from. */
public final class RfmScores implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RfmScale scale;
    private final RfmColumns base;
    private final int buyerCount;
    private final byte[] r; // by customer; 0 for a prospect
    private final byte[] f;
    private final byte[] m;

    /** From the scores of the buyers, in their order. */
    RfmScores(RfmScale scale, RfmColumns base, int[] buyers, byte[] r, byte[] f, byte[] m) {
        this.scale = scale;
        this.base = base;
        this.buyerCount = buyers.length;
        this.r = byCustomer(r, buyers, base.customers());
        this.f = byCustomer(f, buyers, base.customers());
        this.m = byCustomer(m, buyers, base.customers());
    }

    private static byte[] byCustomer(byte[] ofBuyers, int[] buyers, int customers) {
        if (buyers.length == customers) {
            return ofBuyers;
        }
        byte[] scores = new byte[customers];
        for (int buyer = 0; buyer < buyers.length; buyer++) {
            scores[buyers[buyer]] = ofBuyers[buyer];
        }
        return scores;
    }

    /**
     * The cut points, for use on other customers.
     *
     * @return the scale fitted to this base
     */
    public RfmScale scale() {
        return scale;
    }

    /**
     * The number of customers, prospects included.
     *
     * @return the count
     */
    public int customerCount() {
        return r.length;
    }

    /**
     * Tells whether a customer has a score, without making it.
     *
     * @param customer the place of the customer in the list that was scored, in [0, customerCount)
     * @return false for a prospect
     */
    public boolean hasScore(int customer) {
        return r[customer] != 0;
    }

    /**
     * The recency score of a customer, without making the record.
     *
     * @param customer the place in the list that was scored, in [0, customerCount), of a customer with a purchase
     * @return the score, in [1, bins]
     * @throws IllegalArgumentException if the customer has no purchase
     */
    public int r(int customer) {
        return r[requireScore(customer)];
    }

    /**
     * The frequency score of a customer, without making the record.
     *
     * @param customer the place in the list that was scored, in [0, customerCount), of a customer with a purchase
     * @return the score, in [1, bins]
     * @throws IllegalArgumentException if the customer has no purchase
     */
    public int f(int customer) {
        return f[requireScore(customer)];
    }

    /**
     * The monetary score of a customer, without making the record.
     *
     * @param customer the place in the list that was scored, in [0, customerCount), of a customer with a purchase
     * @return the score, in [1, bins]
     * @throws IllegalArgumentException if the customer has no purchase
     */
    public int m(int customer) {
        return m[requireScore(customer)];
    }

    /** What was scored. */
    RfmColumns base() {
        return base;
    }

    private int requireScore(int customer) {
        if (r[customer] == 0) {
            throw new IllegalArgumentException("customer " + base.customerId(customer) + " has no purchase");
        }
        return customer;
    }

    /**
     * The score of one customer of the base.
     *
     * @param customer the place of the customer in the list that was scored, in [0, customerCount)
     * @return the score; empty for a prospect, who has none
     */
    public Optional<RfmScore> of(int customer) {
        return hasScore(Objects.checkIndex(customer, customerCount()))
                ? Optional.of(ofBuyer(customer))
                : Optional.empty();
    }

    /**
     * The scores of all buyers.
     *
     * @return an immutable random-access list in the order of the list that was scored, without the prospects
     */
    public List<RfmScore> scores() {
        if (buyerCount == customerCount()) {
            return new RowList<>(buyerCount, this::ofBuyer);
        }
        int[] buyers = base.buyers();
        return new RowList<>(buyerCount, buyer -> ofBuyer(buyers[buyer]));
    }

    private RfmScore ofBuyer(int customer) {
        return new RfmScore(
                base.customerId(customer),
                r[customer],
                f[customer],
                m[customer],
                base.recencyDays(customer),
                base.frequency(customer),
                base.monetary(customer),
                scale);
    }

    @Override
    public String toString() {
        return "RfmScores of " + buyerCount + " buyers and " + (customerCount() - buyerCount) + " prospects, "
                + scale.bins() + " bins";
    }
}
