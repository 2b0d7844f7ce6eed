package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.PairCounts;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.RfmScore;

/**
 * How many buyers have each score of R, F and M: the second look at the customers, once the cut points are known.
 *
 * <p>Customers may be added in any order, and counts made in many places merged in any order. Mutable, for one thread; from
 * {@link LearntBase#newCounts}.
 */
public final class CellCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RfmScale scale;
    private final PairCounts cells = new PairCounts(); // by the score of R, and those of F and M

    CellCounts(RfmScale scale) {
        this.scale = scale;
    }

    /**
     * Adds a customer.
     *
     * @param facts what is known of the customer, who was not added before
     * @return these counts
     */
    public CellCounts add(CustomerFacts facts) {
        facts.purchases().flatMap(scale::score).ifPresent(score -> add(score, 1));
        return this;
    }

    void add(RfmScore score, long customers) {
        cells.add(score.r(), (long) score.f() << Integer.SIZE | score.m(), customers);
    }

    /**
     * Adds the customers of other counts.
     *
     * @param other counts of other customers by the same cut points, which stay as they are
     * @return these counts
     * @throws IllegalArgumentException if the cut points differ
     */
    public CellCounts merge(CellCounts other) {
        if (!scale.equals(other.scale)) {
            throw new IllegalArgumentException(
                    "other must be by the same cut points " + scale + ", but was by " + other.scale);
        }
        cells.addAll(other.cells);
        return this;
    }

    /** Buyers of each cell, each standing for as many as there are in it. */
    List<RfmScore> examples() {
        List<RfmScore> scores = new ArrayList<>();
        cells.forEach((r, fm, customers) -> scores.add(
                new RfmScore("any customer", (int) r, (int) (fm >> Integer.SIZE), (int) fm, 0, 1, 0, scale)));
        return scores;
    }

    /** How many buyers each of the {@link #examples} stands for. */
    long[] customers() {
        long[] counts = new long[cells.size()];
        int[] next = {0};
        cells.forEach((r, fm, customers) -> counts[next[0]++] = customers);
        return counts;
    }

    /** The number of buyers. */
    long buyers() {
        return cells.total();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellCounts that && scale.equals(that.scale) && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * scale.hashCode() + cells.hashCode();
    }

    @Override
    public String toString() {
        return "CellCounts: " + buyers() + " buyers in " + cells.size() + " cells";
    }
}
