package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.survey.PostStratification;

/**
 * How large the four quadrants are in the whole base, those of unknown attitude included: post-stratified shares.
 *
 * <p>Who buys often answers often, so the quadrants of those who answered are not those of the base. Within a stratum, best an RFM
 * cell, those who answered stand for those who did not ({@link PostStratification}). The shares of the four quadrants sum to one
 * over the customers covered. Whether those who did not answer feel like the others of their cell, no weighting can know.
 */
public final class QuadrantShares extends AbstractList<QuadrantShare> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<QuadrantShare> rows;

    private QuadrantShares(ArrayList<QuadrantShare> rows) {
        this.rows = rows;
    }

    /**
     * Weights the quadrants up to the whole base.
     *
     * @param positions where the customers stand
     * @param weights the strata of the same customers in the same order, of which exactly those of known attitude have answered
     * @param confidence the confidence level, in (0, 1)
     * @return the shares of the four quadrants; none if no stratum is covered
     * @throws IllegalArgumentException if the numbers of customers differ, a respondent's attitude is not known, or confidence is not in
     *     (0, 1)
     */
    public static QuadrantShares of(List<QuadrantPosition> positions, PostStratification weights, double confidence) {
        Objects.requireNonNull(positions, "positions");
        Objects.requireNonNull(weights, "weights");
        Checks.confidence(confidence);
        if (positions.size() != weights.population()) {
            throw new IllegalArgumentException("positions must be of the same " + weights.population()
                    + " customers as the weights, but were of " + positions.size());
        }
        Map<LoyaltyQuadrant, BitSet> members = new EnumMap<>(LoyaltyQuadrant.class);
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            members.put(quadrant, new BitSet());
        }
        int customer = 0;
        for (QuadrantPosition position : positions) {
            Objects.requireNonNull(members.get(position.quadrant())).set(customer++);
        }
        BitSet unknown = Objects.requireNonNull(members.remove(LoyaltyQuadrant.UNKNOWN_ATTITUDE));
        weights.share(unknown, confidence)
                .map(share -> share.estimate().value())
                .ifPresent(share -> {
                    if (share > 0) {
                        throw new IllegalArgumentException(
                                "weights must be of customers whose attitude is known, but some answered of whom it is not");
                    }
                });
        ArrayList<QuadrantShare> rows = new ArrayList<>();
        members.forEach((quadrant, of) ->
                weights.share(of, confidence).ifPresent(share -> rows.add(new QuadrantShare(quadrant, share))));
        return new QuadrantShares(rows);
    }

    /**
     * The customers whose attitude is known, as {@link PostStratification} wants them.
     *
     * @param positions where the customers stand
     * @return their indices
     */
    public static BitSet answered(List<QuadrantPosition> positions) {
        BitSet answered = new BitSet(positions.size());
        int customer = 0;
        for (QuadrantPosition position : positions) {
            answered.set(customer++, position.attitude() != null);
        }
        return answered;
    }

    /**
     * The share of a quadrant.
     *
     * @param quadrant the quadrant
     * @return its share; empty for the unknown attitude, which is shared out among the others, and if no stratum is covered
     */
    public Optional<QuadrantShare> of(LoyaltyQuadrant quadrant) {
        Objects.requireNonNull(quadrant, "quadrant");
        return rows.stream().filter(row -> row.quadrant() == quadrant).findFirst();
    }

    @Override
    public QuadrantShare get(int row) {
        return rows.get(row);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String toString() {
        return rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    }
}
