package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * Fitted cut points: what a customer must reach for each score. To be kept, and used on other customers and later days.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the axes differ in their bins, stand in the wrong place, or
 * are not as many as the nesting asks for.
 *
 * @param rule how the cuts were found
 * @param nesting whether the axes are cut independently
 * @param monetaryBasis what M measures
 * @param recencyCuts the cuts of R
 * @param frequencyCuts the cuts of F: one, or nested one for each score of R
 * @param monetaryCuts the cuts of M: one, or nested one for each pair of scores of R and F, R first
 */
public record RfmScale(
        BinningRule rule,
        Nesting nesting,
        MonetaryBasis monetaryBasis,
        AxisCuts recencyCuts,
        List<AxisCuts> frequencyCuts,
        List<AxisCuts> monetaryCuts)
        implements Serializable {

    public RfmScale {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(nesting, "nesting");
        Objects.requireNonNull(monetaryBasis, "monetaryBasis");
        frequencyCuts = List.copyOf(Objects.requireNonNull(frequencyCuts, "frequencyCuts"));
        monetaryCuts = List.copyOf(Objects.requireNonNull(monetaryCuts, "monetaryCuts"));
        int bins = recencyCuts.bins();
        int parents = nesting == Nesting.NESTED ? bins : 1;
        check(RfmAxis.RECENCY, List.of(recencyCuts), 1, bins);
        check(RfmAxis.FREQUENCY, frequencyCuts, parents, bins);
        check(RfmAxis.MONETARY, monetaryCuts, parents * parents, bins);
    }

    private static void check(RfmAxis axis, List<AxisCuts> cuts, int count, int bins) {
        if (cuts.size() != count || cuts.stream().anyMatch(c -> c.axis() != axis || c.bins() != bins)) {
            throw new IllegalArgumentException(
                    "the cuts of " + axis + " must be " + count + " of " + bins + " bins each, but were " + cuts);
        }
    }

    /**
     * The number of scores on each axis.
     *
     * @return the bins, at least 2
     */
    public int bins() {
        return recencyCuts.bins();
    }

    /** The cuts of F for a customer with a score of R. */
    AxisCuts frequency(int r) {
        return frequencyCuts.get(nesting == Nesting.NESTED ? r - 1 : 0);
    }

    /** The cuts of M for a customer with scores of R and F. */
    AxisCuts monetary(int r, int f) {
        return monetaryCuts.get(nesting == Nesting.NESTED ? (r - 1) * bins() + f - 1 : 0);
    }

    /**
     * The cuts that could not tell as many scores apart as there are bins, because the axis has too few distinct values.
     *
     * @return the degenerate ones among all cuts
     */
    public List<AxisCuts> degenerateAxes() {
        return Stream.of(List.of(recencyCuts), frequencyCuts, monetaryCuts)
                .flatMap(List::stream)
                .filter(AxisCuts::isDegenerate)
                .toList();
    }

    /**
     * Scores a customer, who need not be one of those the cuts were fitted to.
     *
     * @param summary the customer's purchases
     * @return the score; empty for a prospect, who has none
     */
    public Optional<RfmScore> score(PurchaseSummary summary) {
        if (summary.recencyDays().isEmpty()) {
            return Optional.empty();
        }
        int recencyDays = summary.recencyDays().getAsInt();
        double monetary = monetaryBasis.of(summary);
        int r = recencyCuts.score(recencyDays);
        int f = frequency(r).score(summary.frequency());
        int m = monetary(r, f).score(monetary);
        return Optional.of(
                new RfmScore(summary.customerId(), r, f, m, recencyDays, summary.frequency(), monetary, this));
    }

    /**
     * Scores a list of customers by these cut points, none being fitted anew.
     *
     * @param summaries one summary a customer
     * @return the scores, in the order of the summaries
     */
    public RfmScores score(List<PurchaseSummary> summaries) {
        RfmColumns base = RfmColumns.of(summaries, monetaryBasis);
        int[] buyers = base.buyers();
        byte[] r = scores(recencyCuts, base, buyers);
        if (nesting == Nesting.INDEPENDENT) {
            byte[] f = scores(frequencyCuts.get(0), base, buyers);
            byte[] m = scores(monetaryCuts.get(0), base, buyers);
            return new RfmScores(this, base, buyers, r, f, m);
        }
        byte[] f = new byte[buyers.length];
        byte[] m = new byte[buyers.length];
        for (int i = 0; i < buyers.length; i++) {
            f[i] = (byte) frequency(r[i]).score(base.frequency(buyers[i]));
            m[i] = (byte) monetary(r[i], f[i]).score(base.monetary(buyers[i]));
        }
        return new RfmScores(this, base, buyers, r, f, m);
    }

    private static byte[] scores(AxisCuts cuts, RfmColumns base, int[] buyers) {
        return new KeyCuts(cuts, GoodnessKeys.of(base, buyers, cuts.axis(), Parallel.NONE)).scores();
    }

    @Override
    public String toString() {
        return nesting == Nesting.INDEPENDENT
                ? "RfmScale: R " + recencyCuts.cuts() + ", F "
                        + frequencyCuts.get(0).cuts() + ", M "
                        + monetaryCuts.get(0).cuts()
                : "RfmScale: R " + recencyCuts.cuts() + ", F and M nested, " + bins() + " bins";
    }
}
