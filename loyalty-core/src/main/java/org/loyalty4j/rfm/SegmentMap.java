package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.loyalty4j.internal.Checks;

/**
 * Names every cell of R, F and M: ordered rules, of which the first that matches decides.
 *
 * <p>Checked when it is built: every cell is covered, every rule is the first to match at least one, and no rule names a
 * score above the bins.
 */
public final class SegmentMap implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int UNCOVERED = -1;

    private final int bins;
    private final List<SegmentRule> rules;
    private final int[] ruleAt; // by cell

    private SegmentMap(int bins, List<SegmentRule> rules) {
        for (int rule = 0; rule < rules.size(); rule++) {
            SegmentRule checked = rules.get(rule);
            if (Math.max(
                            checked.r().highest(),
                            Math.max(checked.f().highest(), checked.m().highest()))
                    > bins) {
                throw new IllegalArgumentException("each rule must keep to scores of 1 to " + bins + ", but rule "
                        + (rule + 1) + " (" + checked + ") does not");
            }
        }
        this.bins = bins;
        this.rules = List.copyOf(rules);
        this.ruleAt = new int[bins * bins * bins];
        boolean[] reached = new boolean[rules.size()];
        for (int r = 1; r <= bins; r++) {
            for (int f = 1; f <= bins; f++) {
                for (int m = 1; m <= bins; m++) {
                    int rule = firstMatch(r, f, m);
                    if (rule == UNCOVERED) {
                        throw new IllegalArgumentException(
                                "the rules must cover every cell, but none matches R " + r + ", F " + f + ", M " + m);
                    }
                    ruleAt[cell(r, f, m)] = rule;
                    reached[rule] = true;
                }
            }
        }
        for (int rule = 0; rule < reached.length; rule++) {
            if (!reached[rule]) {
                throw new IllegalArgumentException("each rule must be the first to match some cell, but rule "
                        + (rule + 1) + " (" + rules.get(rule) + ") never is");
            }
        }
    }

    /**
     * The usual eleven segments, over five bins.
     *
     * @return the standard map
     * @see #standard(int)
     */
    public static SegmentMap standard() {
        return standard(5);
    }

    /**
     * The usual eleven segments: Champions, Loyal Customers, Potential Loyalists, New Customers, Promising, Need Attention,
     * About To Sleep, At Risk, Can't Lose Them, Hibernating, Lost.
     *
     * <p>The names are the trade's; which cell bears which is this library's reading. Recent (R 3-5): F 3-5 are loyal, the
     * best of them champions; F 1-2 are on the way in or about to doze off. Silent (R 1-2): F 3-5 are at risk, the most
     * valuable of the long silent must not be lost; F 1-2 hibernate or are lost. With other than five bins each score is
     * read at its place between worst and best, {@code 1 + round(4 (score-1) / (bins-1))}; with fewer than five there are
     * segments for which no cell is left, and the map does without them.
     *
     * @param bins the scores on each axis, in [2, 100]
     * @return the standard map
     * @throws IllegalArgumentException if bins is out of range
     */
    public static SegmentMap standard(int bins) {
        Checks.inClosed(bins, 2, 100, "bins");
        return StandardSegments.map(bins);
    }

    /**
     * A builder of a map of one's own.
     *
     * @param bins the scores on each axis, in [2, 100]
     * @return a builder without rules
     * @throws IllegalArgumentException if bins is out of range
     */
    public static Builder builder(int bins) {
        return new Builder(Checks.inClosed(bins, 2, 100, "bins"));
    }

    /**
     * The scores on each axis that the map is made for.
     *
     * @return the bins
     */
    public int bins() {
        return bins;
    }

    /**
     * The rules in the order in which they are tried.
     *
     * @return an immutable list
     */
    public List<SegmentRule> rules() {
        return rules;
    }

    /**
     * The segments, each once, in the order of their first rules.
     *
     * @return an immutable list
     */
    public List<Segment> segments() {
        Set<Segment> segments = new LinkedHashSet<>();
        rules.forEach(rule -> segments.add(rule.segment()));
        return List.copyOf(segments);
    }

    /**
     * The segment of a score.
     *
     * @param score a score on a scale of as many bins as the map
     * @return the segment
     * @throws IllegalArgumentException if the bins differ
     */
    public Segment segmentOf(RfmScore score) {
        return explain(score).rule().segment();
    }

    /**
     * The segment of a cell.
     *
     * @param r the score of R, in [1, bins]
     * @param f the score of F, in [1, bins]
     * @param m the score of M, in [1, bins]
     * @return the segment
     * @throws IllegalArgumentException if a score is out of range
     */
    public Segment segmentOf(int r, int f, int m) {
        return rules.get(ruleAt[cell(r, f, m)]).segment();
    }

    /**
     * Which rule puts a score into its segment.
     *
     * @param score a score on a scale of as many bins as the map
     * @return the rule and its place
     * @throws IllegalArgumentException if the bins differ
     */
    public SegmentExplanation explain(RfmScore score) {
        requireBins(score.scale());
        int rule = ruleAt[cell(score.r(), score.f(), score.m())];
        return new SegmentExplanation(score, rule + 1, rules.get(rule));
    }

    /** Refuses scores on a scale of other bins. */
    void requireBins(RfmScale scale) {
        if (scale.bins() != bins) {
            throw new IllegalArgumentException(
                    "score must be on a scale of " + bins + " bins, but was on one of " + scale.bins());
        }
    }

    private int firstMatch(int r, int f, int m) {
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).matches(r, f, m)) {
                return rule;
            }
        }
        return UNCOVERED;
    }

    private int cell(int r, int f, int m) {
        Checks.inClosed(r, 1, bins, "r");
        Checks.inClosed(f, 1, bins, "f");
        Checks.inClosed(m, 1, bins, "m");
        return ((r - 1) * bins + f - 1) * bins + m - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentMap that && bins == that.bins && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bins, rules);
    }

    @Override
    public String toString() {
        return "SegmentMap: " + rules.size() + " rules, " + segments().size() + " segments, " + bins + " bins";
    }

    /** Gathers rules in order. */
    public static final class Builder {
        private final int bins;
        private final List<SegmentRule> rules = new ArrayList<>();

        private Builder(int bins) {
            this.bins = bins;
        }

        /**
         * Adds a rule behind those before it.
         *
         * @param segment the segment
         * @param r the scores of R
         * @param f the scores of F
         * @param m the scores of M
         * @return this builder
         */
        public Builder rule(Segment segment, ScoreRange r, ScoreRange f, ScoreRange m) {
            rules.add(new SegmentRule(segment, r, f, m));
            return this;
        }

        /**
         * Adds a last rule for every cell that no rule has claimed.
         *
         * @param segment the segment
         * @return this builder
         */
        public Builder otherwise(Segment segment) {
            ScoreRange any = ScoreRange.of(1, bins);
            return rule(segment, any, any, any);
        }

        /**
         * Checks the rules and builds the map.
         *
         * @return the map
         * @throws IllegalArgumentException if a cell is left without a segment, or a rule can never be the first to match
         *     or names a score above the bins
         */
        public SegmentMap build() {
            return new SegmentMap(bins, rules);
        }
    }
}
