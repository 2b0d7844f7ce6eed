package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.churn.BaseRhythm;
import org.loyalty4j.churn.ChurnAgreement;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.churn.ChurnStateHistory;
import org.loyalty4j.churn.ChurnStates;
import org.loyalty4j.churn.CohortTriangle;
import org.loyalty4j.churn.FalseChurn;
import org.loyalty4j.churn.FalseChurnCurve;
import org.loyalty4j.churn.InactivityThreshold;
import org.loyalty4j.churn.RelativeSilences;
import org.loyalty4j.churn.RhythmWarning;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.ltv.ValuesAtRisk;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.summary.PurchaseSummaries;

/**
 * Who is leaving: by silence, by forecast and, where customers with join and leave dates were given, by contract. The three are
 * told apart and never mixed.
 */
public final class LoyaltyChurn implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double MORE_LIKELY_THAN_NOT = 0.5;
    private static final double THRESHOLD_CONFIDENCE = 0.95;

    private final ChurnPlan plan;
    private final @Nullable FalseChurnCurve falseChurn;
    private final @Nullable InactivityThreshold threshold;
    private final @Nullable ChurnStates states;
    private final @Nullable ChurnStateHistory history;
    private final @Nullable RelativeSilences silences;
    private final CohortTriangle purchaseCohorts;
    private final @Nullable Contracts contracts;
    private final @Nullable BuyersAtRisk buyersAtRisk;

    /** What of the churn needs neither a forecast nor a holdout: parts of a run. */
    static final class Seen {
        private final Parts.Part<Optional<RelativeSilences>> silences;
        private final Parts.Part<CohortTriangle> purchaseCohorts;
        private final Parts.Part<Optional<Contracts>> contracts;

        Seen(Parts parts, LoyaltyAnalysis analysis, TransactionLog log, PurchaseDays days, List<Customer> customers) {
            ChurnPlan plan = analysis.churn();
            LocalDate asOf = days.asOf();
            this.contracts = parts.add(
                    () -> customers.isEmpty() ? Optional.empty() : Optional.of(new Contracts(customers, asOf, plan)));
            this.silences = parts.add(() -> LoyaltyChurn.silences(days, analysis.parallel()));
            this.purchaseCohorts =
                    parts.add(() -> CohortTriangle.ofPurchases(log, analysis.rules(), asOf, plan.calendar()));
        }
    }

    LoyaltyChurn(
            ChurnPlan plan,
            PurchaseDays days,
            @Nullable FalseChurnCurve falseChurn,
            PurchaseSummaries purchases,
            Seen seen,
            @Nullable LoyaltyForecast forecast) {
        this.plan = plan;
        this.falseChurn = falseChurn;
        this.threshold = falseChurn == null ? null : threshold(falseChurn, plan);
        OptionalInt inactiveAfter = inactiveAfterDays();
        if (inactiveAfter.isPresent()) {
            this.states = ChurnStates.of(days, inactiveAfter.getAsInt(), plan.calendar());
            this.history = ChurnStateHistory.of(days, inactiveAfter.getAsInt(), plan.calendar());
        } else {
            this.states = null;
            this.history = null;
        }
        this.silences = seen.silences.result().orElse(null);
        this.purchaseCohorts = seen.purchaseCohorts.result();
        this.contracts = seen.contracts.result().orElse(null);
        this.buyersAtRisk = forecast == null ? null : BuyersAtRisk.of(purchases, forecast, staying(purchases));
    }

    private static Optional<RelativeSilences> silences(PurchaseDays days, Parallel parallel) {
        return BaseRhythm.fit(days)
                .filter(rhythm -> !rhythm.warnings().contains(RhythmWarning.NO_MAXIMUM))
                .map(rhythm -> RelativeSilences.of(days, rhythm, parallel.threads()));
    }

    /** The smallest threshold that keeps the plan's false-churn rate. */
    static InactivityThreshold threshold(FalseChurnCurve curve, ChurnPlan plan) {
        return curve.threshold(plan.falseChurn(), THRESHOLD_CONFIDENCE);
    }

    /** The places in the base of the customers whose contract had not ended by the last day observed. */
    int[] staying(PurchaseSummaries purchases) {
        return IntStream.range(0, purchases.size())
                .filter(customer -> leftOn(purchases.customerId(customer)) == null)
                .toArray();
    }

    /** The day on which a customer's contract ended; null without a contract, or while it goes on. */
    @Nullable
    LocalDate leftOn(String customerId) {
        return contracts == null ? null : contracts.leftOn(customerId).orElse(null);
    }

    /**
     * How the churn was read.
     *
     * @return the plan
     */
    public ChurnPlan plan() {
        return plan;
    }

    /**
     * How often thresholds of silence would have been wrong: the last third of the time observed is held out.
     *
     * @return the curve; empty if fewer than seven days could be held out
     */
    public Optional<FalseChurnCurve> falseChurn() {
        return Optional.ofNullable(falseChurn);
    }

    /**
     * The smallest threshold of silence that keeps the wanted false-churn rate.
     *
     * @return the threshold as the data give it, whether or not the plan has one of its own; empty without {@link #falseChurn}
     */
    public Optional<InactivityThreshold> threshold() {
        return Optional.ofNullable(threshold);
    }

    /**
     * The threshold of silence used: the plan's; else the one that keeps the wanted false-churn rate; else, where none does, the
     * one that comes closest. Where a silence of any length is final, so that the data give zero days, it is one day.
     *
     * @return days of silence that a lapsed customer exceeds, in [1, inf); empty if the data give none and the plan has none
     */
    public OptionalInt inactiveAfterDays() {
        return inactiveAfterDays(plan, threshold);
    }

    static OptionalInt inactiveAfterDays(ChurnPlan plan, @Nullable InactivityThreshold threshold) {
        Integer given = plan.inactiveAfterDays();
        if (given != null) {
            return OptionalInt.of(given);
        }
        if (threshold == null) {
            return OptionalInt.empty();
        }
        FalseChurn used = threshold.chosen() == null ? threshold.lowest() : threshold.chosen();
        return used == null ? OptionalInt.empty() : OptionalInt.of(Math.max(1, used.thresholdDays()));
    }

    /**
     * Where each customer stands by silence.
     *
     * @return the states in the order of {@link LoyaltyReport#purchases}; empty without a threshold
     */
    public Optional<ChurnStates> states() {
        return Optional.ofNullable(states);
    }

    /**
     * How many customers were in each state, period by period, and who went from which to which.
     *
     * @return the history; empty without a threshold
     */
    public Optional<ChurnStateHistory> history() {
        return Optional.ofNullable(history);
    }

    /**
     * How unusual each buyer's silence is by the buyer's own rhythm. {@link RelativeSilences#rhythm} says what to beware of.
     *
     * @return one row a buyer; empty where the base has no rhythm to go by: its gaps are too few, or it could not be fitted
     */
    public Optional<RelativeSilences> silences() {
        return Optional.ofNullable(silences);
    }

    /**
     * Whether the threshold and the forecast call the same buyers gone: those lapsed against those who more likely than not do
     * not buy within the horizon.
     *
     * @return the agreement; empty without a threshold or a forecast
     */
    public Optional<ChurnAgreement> agreement() {
        if (states == null || buyersAtRisk == null) {
            return Optional.empty();
        }
        BitSet lapsed = states.lapsedBuyers();
        return Optional.of(ChurnAgreement.of(lapsed, buyersAtRisk.probabilities(), MORE_LIKELY_THAN_NOT));
    }

    /**
     * Which share of the buyers of each period bought again in each later one.
     *
     * @return the triangle of purchases
     */
    public CohortTriangle purchaseCohorts() {
        return purchaseCohorts;
    }

    /**
     * What the join and leave dates say.
     *
     * @return the contracts; empty if no customers with join and leave dates were given
     */
    public Optional<Contracts> contracts() {
        return Optional.ofNullable(contracts);
    }

    /**
     * The buyers by what may still be lost on them, the most first: the residual value of the forecast, in which the chance to be
     * gone already is, times the chance not to buy within the horizon. Those whose contract has ended are not among them.
     *
     * @return the ranking; empty without residual values
     */
    public Optional<ValuesAtRisk> valuesAtRisk() {
        return Optional.ofNullable(buyersAtRisk).flatMap(BuyersAtRisk::ranking);
    }

    /** What the forecast says of each customer of a base. */
    List<ForecastColumn> forecastColumns(int customers) {
        return buyersAtRisk == null ? List.of() : buyersAtRisk.columns(customers);
    }

    /** The state of a customer; null without a threshold. */
    @Nullable
    ChurnState stateOf(int customer) {
        return states == null ? null : states.stateOf(customer);
    }

    @Override
    public String toString() {
        return "LoyaltyChurn: " + (states == null ? "no threshold of silence" : states)
                + (contracts == null ? "" : "; " + contracts);
    }
}
