package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.rfm.BinningRule;
import org.loyalty4j.rfm.Nesting;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.summary.PurchaseAccumulator;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.SurveyAnswers;

/**
 * Reads one customer's records as {@link LoyaltyAnalysis#run} reads those of all: for bases whose customers are nowhere together.
 * From {@link LoyaltyAnalysis#reader}.
 *
 * <pre>{@code
 * CustomerReader reader = analysis.reader(firstDate, asOf);
 * BaseCounts counts = reader.newCounts().add(reader.read("C1", 2, rows, responses, spells));
 * LearntBase base = reader.learn(counts);
 * }</pre>
 */
public final class CustomerReader implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LoyaltyAnalysis analysis;
    private final LocalDate firstDate;
    private final LocalDate asOf;
    private final @Nullable LocalDate calibrationEnd;

    CustomerReader(LoyaltyAnalysis analysis, LocalDate firstDate, LocalDate asOf) {
        this.analysis = analysis;
        this.firstDate = firstDate;
        this.asOf = asOf;
        this.calibrationEnd =
                Holdout.calibrationEnd(firstDate, asOf, Integer.MAX_VALUE).orElse(null);
    }

    /** The reader of a base to be counted, which refuses what no counts can tell. */
    static CustomerReader toCount(LoyaltyAnalysis analysis, LocalDate firstDate, LocalDate asOf) {
        Checks.day(Objects.requireNonNull(firstDate, "firstDate"), "firstDate");
        Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        if (asOf.isBefore(firstDate)) {
            throw new IllegalArgumentException(
                    "asOf must not be before the first transaction on " + firstDate + ", but was " + asOf);
        }
        if (analysis.frozenCuts().isEmpty()) {
            requireCountable(analysis.scorer());
        }
        return new CustomerReader(analysis, firstDate, asOf);
    }

    private static void requireCountable(RfmScorer scorer) {
        if (scorer.nesting() == Nesting.NESTED || scorer.rule() == BinningRule.RANK_TILES) {
            throw new IllegalArgumentException("the RFM scores of customers who are nowhere together must not be by "
                    + (scorer.nesting() == Nesting.NESTED ? scorer.nesting() : scorer.rule())
                    + ", which needs all customers at once");
        }
    }

    /**
     * Reads a customer.
     *
     * @param customerId the customer's id, not blank
     * @param scale decimals of the currency's minor unit, in [0, 9]; the same for all customers
     * @param rows the customer's rows; null for whoever is in no log. One without rows is a customer of whose time nothing is known
     * @param responses the customer's survey responses, in any order
     * @param spells the customer's entries in the list of customers, in any order
     * @return what is known of the customer on the last day observed
     * @throws IllegalArgumentException if records are of another customer or scale, a response is off the scale of the question, or
     *     the rows cannot be summarised
     */
    public CustomerFacts read(
            String customerId,
            int scale,
            @Nullable PurchaseAccumulator rows,
            List<SurveyResponse> responses,
            List<Customer> spells) {
        Checks.notBlank(customerId, "customerId");
        Checks.forEach(responses, "responses", response -> requireOf(customerId, response.customerId(), "response"));
        Checks.forEach(spells, "spells", spell -> requireOf(customerId, spell.id(), "spell"));
        CustomerFacts.Fate fate = fate(rows, spells);
        return new CustomerFacts(
                customerId,
                fate,
                fate != CustomerFacts.Fate.KNOWN
                        ? null
                        : purchases(
                                rows == null ? new PurchaseAccumulator(customerId, scale) : rows, customerId, scale),
                survey(responses),
                dataReport(fate, rows == null ? new PurchaseAccumulator(customerId, scale) : rows),
                Contracts.leavers(spells, asOf).get(customerId));
    }

    private static void requireOf(String customerId, String other, String what) {
        if (!other.equals(customerId)) {
            throw new IllegalArgumentException(what + " must be of customer " + customerId + ", but was of " + other);
        }
    }

    private CustomerFacts.Fate fate(@Nullable PurchaseAccumulator rows, List<Customer> spells) {
        if (rows == null && spells.isEmpty()) {
            return CustomerFacts.Fate.RESPONDENT_ONLY;
        }
        boolean onTheBooks = spells.stream().anyMatch(spell -> !spell.joinedOn().isAfter(asOf));
        LocalDate first = rows == null ? null : rows.firstDate().orElse(null);
        boolean hasRowBy = first != null && !first.isAfter(asOf);
        boolean ofNoTime = first == null && spells.isEmpty();
        return onTheBooks || hasRowBy || ofNoTime ? CustomerFacts.Fate.KNOWN : CustomerFacts.Fate.LATER;
    }

    private CustomerFacts.Purchases purchases(PurchaseAccumulator rows, String customerId, int scale) {
        PurchaseDays days = rows.purchaseDays(analysis.rules(), asOf);
        var summary = rows.summary(analysis.rules(), asOf);
        requireOf(customerId, summary.customerId(), "rows");
        if (summary.scale() != scale) {
            throw new IllegalArgumentException("rows must be at scale " + scale + ", but were at " + summary.scale());
        }
        OptionalInt silence = calibrationEnd == null
                ? OptionalInt.empty()
                : rows.purchaseDays(analysis.rules(), calibrationEnd).silenceDays(0);
        int last = days.count(0) - 1;
        return new CustomerFacts.Purchases(
                summary,
                days,
                rows.lastDate().orElse(null),
                silence.isPresent() ? Integer.valueOf(silence.getAsInt()) : null,
                calibrationEnd != null && last >= 0 && days.epochDay(0, last) > calibrationEnd.toEpochDay());
    }

    private DataReport dataReport(CustomerFacts.Fate fate, PurchaseAccumulator rows) {
        return switch (fate) {
            case KNOWN -> rows.dataReport(analysis.rules(), asOf, firstDate);
            case LATER ->
                DataReport.empty()
                        .withLaterCustomers(
                                1, rows.transactionCount(), rows.lastDate().orElse(null));
            case RESPONDENT_ONLY -> DataReport.empty();
        };
    }

    private CustomerFacts.Survey survey(List<SurveyResponse> responses) {
        SurveyAnswers answers = analysis.answers().select(responses, analysis.scale(), asOf);
        OptionalInt change =
                AnswerNoise.changeOf(AnalysisRun.observed(responses, asOf), AnalysisRun.DAYS_APART_OF_A_PAIR);
        return new CustomerFacts.Survey(
                answers.answers().isEmpty() ? null : answers.answers().get(0),
                change.isPresent() ? Integer.valueOf(change.getAsInt()) : null,
                answers.superseded(),
                answers.afterAsOf(),
                answers.tooOld());
    }

    /**
     * Counts of nobody, to which customers are added.
     *
     * @return the counts
     */
    public BaseCounts newCounts() {
        return new BaseCounts(analysis.scorer().monetaryBasis());
    }

    /**
     * Fits all that does not need another look at the customers: scores, models, the threshold of silence, the noise of answers.
     *
     * @param counts the counts of all customers
     * @return what was learnt
     * @throws IllegalArgumentException as {@link LoyaltyAnalysis#run} does for such a base
     */
    public LearntBase learn(BaseCounts counts) {
        return LearntBase.of(this, counts);
    }

    /**
     * The analysis whose choices it makes.
     *
     * @return the analysis
     */
    public LoyaltyAnalysis analysis() {
        return analysis;
    }

    /**
     * The earliest day of any row of any customer.
     *
     * @return the day
     */
    public LocalDate firstDate() {
        return firstDate;
    }

    /**
     * The last day observed.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return asOf;
    }

    /** The last day before the holdout on which thresholds of silence are tried; null where the time is too short for one. */
    @Nullable
    LocalDate calibrationEnd() {
        return calibrationEnd;
    }

    @Override
    public String toString() {
        return "CustomerReader from " + firstDate + " to " + asOf + " of " + analysis;
    }
}
