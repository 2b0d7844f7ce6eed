package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * Scores customers on recency, frequency and monetary value, and finds the cut points for it.
 *
 * <p>By default five bins, {@link BinningRule#QUANTILE}, {@link Nesting#INDEPENDENT} and {@link MonetaryBasis#TOTAL}. Each
 * {@code with} method returns a changed copy. Prospects are passed over: they have no score and do not count in the base.
 *
 * @see <a href="https://doi.org/10.1287/mksc.14.4.378">Bult and Wansbeek (1995)</a>
 */
public final class RfmScorer implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_BINS = 5;
    private static final int MAX_BINS = 100;

    private final int bins;
    private final BinningRule rule;
    private final Nesting nesting;
    private final MonetaryBasis monetaryBasis;
    private final Map<RfmAxis, List<Cut>> fixedCuts;
    private final int parallelism;

    private RfmScorer(
            int bins,
            BinningRule rule,
            Nesting nesting,
            MonetaryBasis monetaryBasis,
            Map<RfmAxis, List<Cut>> fixedCuts,
            int parallelism) {
        this.bins = bins;
        this.rule = rule;
        this.nesting = nesting;
        this.monetaryBasis = monetaryBasis;
        this.fixedCuts = fixedCuts;
        this.parallelism = parallelism;
    }

    /**
     * The default scorer: five bins, quantiles with ties together, independent axes, total spend.
     *
     * @return the scorer
     */
    public static RfmScorer withDefaults() {
        return new RfmScorer(
                DEFAULT_BINS,
                BinningRule.QUANTILE,
                Nesting.INDEPENDENT,
                MonetaryBasis.TOTAL,
                Collections.emptyMap(),
                1);
    }

    /**
     * This scorer with another number of scores on each axis; fixed cuts, if there were any, are forgotten.
     *
     * @param count the bins, in [2, 100]
     * @return the changed scorer
     * @throws IllegalArgumentException if the count is out of range
     */
    public RfmScorer withBins(int count) {
        Checks.inClosed(count, 2, MAX_BINS, "bins");
        BinningRule kept = rule == BinningRule.FIXED_CUTS ? BinningRule.QUANTILE : rule;
        return new RfmScorer(count, kept, nesting, monetaryBasis, Collections.emptyMap(), parallelism);
    }

    /**
     * This scorer with another rule to find the cuts.
     *
     * @param binningRule the rule; for {@link BinningRule#FIXED_CUTS} use {@link #withFixedCuts}
     * @return the changed scorer
     * @throws IllegalArgumentException if the rule is {@code FIXED_CUTS}, which needs cuts
     */
    public RfmScorer withRule(BinningRule binningRule) {
        Objects.requireNonNull(binningRule, "binningRule");
        if (binningRule == BinningRule.FIXED_CUTS) {
            throw new IllegalArgumentException("binningRule FIXED_CUTS needs its cuts: call withFixedCuts");
        }
        return new RfmScorer(bins, binningRule, nesting, monetaryBasis, Collections.emptyMap(), parallelism);
    }

    /**
     * This scorer with the axes cut independently or nested.
     *
     * @param how the nesting; fixed cuts are never nested
     * @return the changed scorer
     * @throws IllegalArgumentException if nesting is asked of fixed cuts
     */
    public RfmScorer withNesting(Nesting how) {
        Objects.requireNonNull(how, "how");
        if (how == Nesting.NESTED && rule == BinningRule.FIXED_CUTS) {
            throw new IllegalArgumentException("fixed cuts cannot be nested");
        }
        return new RfmScorer(bins, rule, how, monetaryBasis, fixedCuts, parallelism);
    }

    /**
     * This scorer with another measure of M.
     *
     * @param basis what M measures
     * @return the changed scorer
     */
    public RfmScorer withMonetaryBasis(MonetaryBasis basis) {
        return new RfmScorer(bins, rule, nesting, Objects.requireNonNull(basis, "basis"), fixedCuts, parallelism);
    }

    /**
     * This scorer with cut points of the caller's own, each of which a value reaches that is at least as good: with
     * {@code recencyDays} of 365, 180, 90, 30 a customer scores 5 who bought within the last 30 days.
     *
     * @param recencyDays the cuts of R from worse to better, that is in descending order
     * @param frequency the cuts of F, in ascending order, as many as those of R
     * @param monetary the cuts of M in the major unit, in ascending order, as many as those of R
     * @return the changed scorer, with one bin more than cuts
     * @throws IllegalArgumentException if the counts differ or are not in [1, 99], or an order is wrong
     */
    public RfmScorer withFixedCuts(double[] recencyDays, double[] frequency, double[] monetary) {
        if (recencyDays.length != frequency.length || recencyDays.length != monetary.length) {
            throw new IllegalArgumentException(
                    "recencyDays, frequency and monetary must have the same number of cuts, but" + " had "
                            + recencyDays.length + ", " + frequency.length + " and " + monetary.length);
        }
        if (recencyDays.length >= MAX_BINS) {
            throw new IllegalArgumentException(
                    "there must be at most " + (MAX_BINS - 1) + " cuts, but were " + recencyDays.length);
        }
        Map<RfmAxis, List<Cut>> cuts = new TreeMap<>();
        cuts.put(RfmAxis.RECENCY, inclusive(RfmAxis.RECENCY, recencyDays));
        cuts.put(RfmAxis.FREQUENCY, inclusive(RfmAxis.FREQUENCY, frequency));
        cuts.put(RfmAxis.MONETARY, inclusive(RfmAxis.MONETARY, monetary));
        return new RfmScorer(
                recencyDays.length + 1,
                BinningRule.FIXED_CUTS,
                Nesting.INDEPENDENT,
                monetaryBasis,
                Collections.unmodifiableMap(cuts),
                parallelism);
    }

    /**
     * This scorer with its work divided among threads. What it gives is the same to the bit on any number.
     *
     * @param threads how many threads work, the calling one among them, in [1, 1024]; 1 by default
     * @return the changed scorer
     * @throws IllegalArgumentException if the number is out of range
     */
    public RfmScorer withParallelism(int threads) {
        return new RfmScorer(bins, rule, nesting, monetaryBasis, fixedCuts, new Parallel(threads).threads());
    }

    private static List<Cut> inclusive(RfmAxis axis, double[] values) {
        List<Cut> cuts = Arrays.stream(values).mapToObj(v -> new Cut(v, true)).toList();
        return new AxisCuts(axis, cuts, 0).cuts();
    }

    /**
     * Finds the cut points for a base of customers.
     *
     * @param summaries one summary a customer, at least one of them with a purchase
     * @return the cut points
     * @throws IllegalArgumentException if nobody bought anything
     */
    public RfmScale fit(List<PurchaseSummary> summaries) {
        return score(summaries).scale();
    }

    /**
     * Finds the cut points for a base of which is known how many customers have each value: the very ones that are found from
     * the customers themselves, so that a base may be counted in parts, on several machines.
     *
     * @param distribution the values of the base, of this scorer's monetary basis, at least one customer's
     * @return the cut points
     * @throws IllegalArgumentException if nobody bought anything, the monetary bases differ, or this scorer needs the customers
     *     themselves: with {@link Nesting#NESTED}, where axes are cut within groups of customers, and {@link
     *     BinningRule#RANK_TILES}, where the order of the customers splits ties
     */
    public RfmScale fit(RfmDistribution distribution) {
        if (distribution.monetaryBasis() != monetaryBasis) {
            throw new IllegalArgumentException(
                    "distribution must be of " + monetaryBasis + ", but was of " + distribution.monetaryBasis());
        }
        if (nesting == Nesting.NESTED || rule == BinningRule.RANK_TILES) {
            throw new IllegalArgumentException((nesting == Nesting.NESTED ? nesting : rule)
                    + " needs the customers themselves, not the distribution of their values");
        }
        if (distribution.buyers() == 0) {
            throw new IllegalArgumentException("distribution must hold a customer with a purchase, but was empty");
        }
        return new RfmScale(
                rule,
                nesting,
                monetaryBasis,
                binner(RfmAxis.RECENCY).fit(distribution.on(RfmAxis.RECENCY)),
                List.of(binner(RfmAxis.FREQUENCY).fit(distribution.on(RfmAxis.FREQUENCY))),
                List.of(binner(RfmAxis.MONETARY).fit(distribution.on(RfmAxis.MONETARY))));
    }

    /**
     * Finds the cut points for a base of customers and scores each.
     *
     * @param summaries one summary a customer, at least one of them with a purchase
     * @return the scores, in the order of the summaries
     * @throws IllegalArgumentException if nobody bought anything
     */
    public RfmScores score(List<PurchaseSummary> summaries) {
        RfmColumns base = RfmColumns.of(summaries, monetaryBasis);
        int[] buyers = base.buyers();
        if (buyers.length == 0) {
            throw new IllegalArgumentException(
                    "summaries must hold a customer with a purchase, but held none of " + summaries.size());
        }
        AxisBinner.Fitted r = binner(RfmAxis.RECENCY).fit(keys(base, buyers, RfmAxis.RECENCY));
        return nesting == Nesting.NESTED ? nested(base, buyers, r) : independent(base, buyers, r);
    }

    private GoodnessKeys keys(RfmColumns base, int[] buyers, RfmAxis axis) {
        return GoodnessKeys.of(base, buyers, axis, new Parallel(parallelism));
    }

    private RfmScores independent(RfmColumns base, int[] buyers, AxisBinner.Fitted r) {
        AxisBinner.Fitted f = binner(RfmAxis.FREQUENCY).fit(keys(base, buyers, RfmAxis.FREQUENCY));
        AxisBinner.Fitted m = binner(RfmAxis.MONETARY).fit(keys(base, buyers, RfmAxis.MONETARY));
        RfmScale scale = new RfmScale(rule, nesting, monetaryBasis, r.cuts(), List.of(f.cuts()), List.of(m.cuts()));
        return new RfmScores(scale, base, buyers, r.scores(), f.scores(), m.scores());
    }

    private RfmScores nested(RfmColumns base, int[] buyers, AxisBinner.Fitted r) {
        byte[] f = new byte[buyers.length];
        int[] group = new int[buyers.length];
        Arrays.setAll(group, i -> r.scores()[i] - 1);
        List<AxisCuts> fCuts = within(RfmAxis.FREQUENCY, keys(base, buyers, RfmAxis.FREQUENCY), group, bins, f);
        Arrays.setAll(group, i -> (r.scores()[i] - 1) * bins + f[i] - 1);
        byte[] m = new byte[buyers.length];
        List<AxisCuts> mCuts = within(RfmAxis.MONETARY, keys(base, buyers, RfmAxis.MONETARY), group, bins * bins, m);
        RfmScale scale = new RfmScale(rule, nesting, monetaryBasis, r.cuts(), fCuts, mCuts);
        return new RfmScores(scale, base, buyers, r.scores(), f, m);
    }

    /** Cuts an axis within each of the groups, numbered from 0, and fills in the scores. */
    private List<AxisCuts> within(RfmAxis axis, GoodnessKeys values, int[] group, int groups, byte[] scores) {
        AxisBinner binner = binner(axis);
        AxisCuts whole = binner.cuts(values);
        List<AxisCuts> cuts = new ArrayList<>();
        Grouping grouping = new Grouping(group, groups);
        for (int g = 0; g < groups; g++) {
            int[] members = grouping.members(g);
            if (members.length == 0) {
                cuts.add(whole);
                continue;
            }
            AxisBinner.Fitted fitted = binner.fit(values.of(members));
            for (int i = 0; i < members.length; i++) {
                scores[members[i]] = fitted.scores()[i];
            }
            cuts.add(fitted.cuts());
        }
        return cuts;
    }

    private AxisBinner binner(RfmAxis axis) {
        return new AxisBinner(axis, rule, bins, fixedCuts.getOrDefault(axis, List.of()));
    }

    /**
     * How the cuts are found.
     *
     * @return the rule
     */
    public BinningRule rule() {
        return rule;
    }

    /**
     * Whether the axes are cut independently.
     *
     * @return the nesting
     */
    public Nesting nesting() {
        return nesting;
    }

    /**
     * What M measures.
     *
     * @return the basis
     */
    public MonetaryBasis monetaryBasis() {
        return monetaryBasis;
    }

    @Override
    public String toString() {
        return "RfmScorer: " + bins + " bins, " + rule + ", " + nesting + ", M as " + monetaryBasis;
    }
}
