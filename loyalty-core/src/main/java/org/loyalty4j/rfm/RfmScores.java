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
    private final byte[] r;
    private final byte[] f;
    private final byte[] m;

    RfmScores(RfmScale scale, RfmColumns base, int[] r, int[] f, int[] m) {
        this.scale = scale;
        this.base = base;
        this.r = bytes(r);
        this.f = bytes(f);
        this.m = bytes(m);
    }

    private static byte[] bytes(int[] scores) {
        byte[] bytes = new byte[scores.length];
        for (int i = 0; i < scores.length; i++) {
            bytes[i] = (byte) scores[i];
        }
        return bytes;
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
        return base.buyerAt().length;
    }

    /**
     * The score of one customer of the base.
     *
     * @param customer the place of the customer in the list that was scored, in [0, customerCount)
     * @return the score; empty for a prospect, who has none
     */
    public Optional<RfmScore> of(int customer) {
        int buyer = base.buyerAt()[Objects.checkIndex(customer, customerCount())];
        return buyer < 0 ? Optional.empty() : Optional.of(ofBuyer(buyer));
    }

    /**
     * The scores of all buyers.
     *
     * @return an immutable random-access list in the order of the list that was scored, without the prospects
     */
    public List<RfmScore> scores() {
        return new RowList<>(base.size(), this::ofBuyer);
    }

    private RfmScore ofBuyer(int buyer) {
        return new RfmScore(
                base.customerIds()[buyer],
                r[buyer],
                f[buyer],
                m[buyer],
                (int) base.recencyDays()[buyer],
                (int) base.frequency()[buyer],
                base.monetary()[buyer],
                scale);
    }

    @Override
    public String toString() {
        return "RfmScores of " + base.size() + " buyers and " + (customerCount() - base.size()) + " prospects, "
                + scale.bins() + " bins";
    }
}
