package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.Scale;
import org.loyalty4j.churn.SilenceCounts;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.internal.PairCounts;
import org.loyalty4j.rfm.MonetaryBasis;
import org.loyalty4j.rfm.RfmDistribution;
import org.loyalty4j.summary.GapCounts;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.summary.WeightedSpendHistory;
import org.loyalty4j.survey.AnswerNoise;

/**
 * How many customers of a base have each value of what an analysis is fitted to: recency, frequency and money, histories, spends,
 * gaps, silences, answers. Much less than the customers.
 *
 * <p>Customers may be added in any order, and counts made in many places merged in any order: what is learnt of them is the same
 * to the bit. Mutable, for one thread; from {@link CustomerReader#newCounts}.
 */
public final class BaseCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RfmDistribution.Builder rfm;
    private final PairCounts histories =
            new PairCounts(); // by x, and the days from the first purchase to the last and to the end
    private final PairCounts spends =
            new PairCounts(); // by x, and the spend after the first purchase day in minor units
    private final PairCounts totals = new PairCounts(); // of buyers, by spend in minor units; the second number is 0
    private final GapCounts gaps = new GapCounts();
    private final SilenceCounts silences = new SilenceCounts();
    private final PairCounts answers = new PairCounts(); // by score, and 1 for customers of the report
    private final PairCounts changes = new PairCounts(); // between two answers; the second number is 0
    private long buyers;
    private long prospects;
    private long later;
    private @Nullable LocalDate lastRow;
    private @Nullable Integer scale;

    BaseCounts(MonetaryBasis monetaryBasis) {
        this.rfm = RfmDistribution.builder(monetaryBasis);
    }

    /**
     * Adds a customer.
     *
     * @param facts what is known of the customer, who was not added before
     * @return these counts
     * @throws IllegalArgumentException if the customer's money has other decimals than that of the customers before
     */
    public BaseCounts add(CustomerFacts facts) {
        CustomerFacts.Purchases bought = facts.bought();
        if (bought != null) {
            addKnown(bought);
        } else if (facts.fate() == CustomerFacts.Fate.LATER) {
            later++;
        }
        CustomerFacts.Survey survey = facts.survey();
        facts.answer()
                .ifPresent(answer -> answers.add(Double.doubleToLongBits(answer.score()), facts.isKnown() ? 1 : 0));
        Integer change = survey.change();
        if (change != null) {
            changes.add(change, 0);
        }
        return this;
    }

    private void addKnown(CustomerFacts.Purchases bought) {
        PurchaseSummary summary = bought.summary();
        scale = sameScale(scale, summary.scale());
        lastRow = later(lastRow, bought.lastRow());
        if (!summary.hasPurchase()) {
            prospects++;
            return;
        }
        buyers++;
        rfm.add(summary);
        LocalDate first = Objects.requireNonNull(summary.firstPurchase());
        long toLast = Objects.requireNonNull(summary.lastPurchase()).toEpochDay() - first.toEpochDay();
        long toEnd = summary.asOf().toEpochDay() - first.toEpochDay();
        int repeats = summary.purchaseDays() - 1;
        histories.add(repeats, toLast << Integer.SIZE | toEnd);
        if (summary.repeatMinor() > 0) {
            spends.add(repeats, summary.repeatMinor());
        }
        totals.add(summary.totalMinor(), 0);
        gaps.add(bought.days(), 0);
        Integer silenceDays = bought.silenceDays();
        if (silenceDays != null) {
            silences.add(silenceDays, bought.returned());
        }
    }

    /** The decimals of all customers so far and of another. */
    static int sameScale(@Nullable Integer known, int other) {
        if (known != null && known != other) {
            throw new IllegalArgumentException("scale must be " + known + " for all customers, but was " + other);
        }
        return other;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /**
     * Adds the customers of other counts.
     *
     * @param other counts of other customers for the same analysis, which stay as they are
     * @return these counts
     * @throws IllegalArgumentException if the money of both has other decimals
     */
    public BaseCounts merge(BaseCounts other) {
        Integer otherScale = other.scale;
        if (otherScale != null) {
            scale = sameScale(scale, otherScale);
        }
        rfm.add(other.rfm.build());
        histories.addAll(other.histories);
        spends.addAll(other.spends);
        totals.addAll(other.totals);
        gaps.merge(other.gaps);
        silences.merge(other.silences);
        answers.addAll(other.answers);
        changes.addAll(other.changes);
        buyers += other.buyers;
        prospects += other.prospects;
        later += other.later;
        lastRow = later(lastRow, other.lastRow);
        return this;
    }

    /**
     * The customers with a purchase.
     *
     * @return their number, in [0, inf)
     */
    public long buyers() {
        return buyers;
    }

    /**
     * The customers without one.
     *
     * @return their number, in [0, inf)
     */
    public long prospects() {
        return prospects;
    }

    /**
     * The customers who came only after the last day observed; they are among neither.
     *
     * @return their number, in [0, inf)
     */
    public long laterCustomers() {
        return later;
    }

    RfmDistribution rfm() {
        return rfm.build();
    }

    GapCounts gaps() {
        return gaps;
    }

    SilenceCounts silences() {
        return silences;
    }

    /** The latest row of a customer of the report; null without one. */
    @Nullable
    LocalDate lastRow() {
        return lastRow;
    }

    /** The histories of the buyers. */
    RepeatHistogram repeats(PeriodUnit unit) {
        List<WeightedHistory> rows = new ArrayList<>(histories.size());
        histories.forEach((repeats, days, customers) -> rows.add(new WeightedHistory(
                (int) repeats,
                PeriodUnit.DAY.convert((int) (days >> Integer.SIZE), unit),
                PeriodUnit.DAY.convert((int) days, unit),
                customers)));
        return RepeatHistogram.of(rows, unit);
    }

    /** The spends of the buyers who paid for a repeat purchase. */
    SpendHistogram spends() {
        List<WeightedSpendHistory> rows = new ArrayList<>(spends.size());
        int decimals = scale == null ? 0 : scale;
        spends.forEach((repeats, minor, customers) -> rows.add(
                new WeightedSpendHistory((int) repeats, MinorUnits.mean(minor, (int) repeats, decimals), customers)));
        return SpendHistogram.ofWeighted(rows);
    }

    /** What buyers spent in all, in the major unit, and how many spent that. */
    Counted totals() {
        int decimals = scale == null ? 0 : scale;
        return Counted.of(totals, minor -> MinorUnits.inMajor(minor, decimals));
    }

    /** The scores of the customers of the report who answered, and how many gave each. */
    Counted knownScores() {
        PairCounts known = new PairCounts();
        answers.forEach((score, ofReport, customers) -> {
            if (ofReport == 1) {
                known.add(score, 0, customers);
            }
        });
        return Counted.of(known, Double::longBitsToDouble);
    }

    /** All who answered, in the report or not. */
    long respondents() {
        return answers.total();
    }

    /** The noise seen in customers who answered twice. */
    Optional<AnswerNoise> noise(Scale question) {
        int range = question.maximum() - question.minimum();
        long[] byChange = new long[2 * range + 1];
        changes.forEach((change, none, customers) -> byChange[(int) change + range] += customers);
        return AnswerNoise.ofChanges(question, byChange);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BaseCounts that
                && rfm().equals(that.rfm())
                && histories.equals(that.histories)
                && spends.equals(that.spends)
                && totals.equals(that.totals)
                && gaps.equals(that.gaps)
                && silences.equals(that.silences)
                && answers.equals(that.answers)
                && changes.equals(that.changes)
                && buyers == that.buyers
                && prospects == that.prospects
                && later == that.later
                && Objects.equals(lastRow, that.lastRow)
                && Objects.equals(scale, that.scale);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rfm(), histories, spends, totals, answers, buyers, prospects, later);
    }

    @Override
    public String toString() {
        return "BaseCounts: " + buyers + " buyers and " + prospects + " prospects with " + histories.size()
                + " distinct histories, " + respondents() + " answers";
    }
}
