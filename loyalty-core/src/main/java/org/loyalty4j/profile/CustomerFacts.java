package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.survey.SurveyAnswer;

/**
 * One customer's records as an analysis reads them on its day: what was bought and when, the answer that counts, and whether the
 * contract has ended. {@link CustomerReader} makes it; a base is counted and profiles are made from it.
 */
public final class CustomerFacts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String customerId;
    private final Fate fate;
    private final @Nullable Purchases purchases; // of one known by the day
    private final Survey survey;
    private final DataReport dataReport;
    private final @Nullable LocalDate leftOn;

    CustomerFacts(
            String customerId,
            Fate fate,
            @Nullable Purchases purchases,
            Survey survey,
            DataReport dataReport,
            @Nullable LocalDate leftOn) {
        this.customerId = customerId;
        this.fate = fate;
        this.purchases = purchases;
        this.survey = survey;
        this.dataReport = dataReport;
        this.leftOn = leftOn;
    }

    /** Whether somebody is a customer of the analysis. */
    enum Fate {
        /** Known by the day: in the report. */
        KNOWN,
        /** Came only later: left out and counted. */
        LATER,
        /** Answered, and is on no books. */
        RESPONDENT_ONLY
    }

    /**
     * What was bought.
     *
     * @param summary all of it
     * @param days on which days
     * @param lastRow the day of the latest row, after the last day observed or not; null without rows
     * @param silenceDays how long the customer had been silent at the end of the calibration; null without one, or for whoever was
     *     no buyer yet
     * @param returned whether the customer bought after the calibration
     */
    record Purchases(
            PurchaseSummary summary,
            PurchaseDays days,
            @Nullable LocalDate lastRow,
            @Nullable Integer silenceDays,
            boolean returned)
            implements Serializable {}

    /**
     * What was answered.
     *
     * @param answer the answer that counts; null without one
     * @param change between two answers close to each other; null without such
     * @param superseded responses behind other ones
     * @param afterAsOf responses after the last day observed
     * @param tooOld responses that have aged
     */
    record Survey(@Nullable SurveyAnswer answer, @Nullable Integer change, long superseded, long afterAsOf, long tooOld)
            implements Serializable {}

    /**
     * The customer's id.
     *
     * @return the id
     */
    public String customerId() {
        return customerId;
    }

    /**
     * Whether the customer is one of the report: had a row by its day, or was on the books, or nothing is known of the time.
     *
     * @return false for those who came only later, and for those who did nothing but answer
     */
    public boolean isKnown() {
        return fate == Fate.KNOWN;
    }

    /**
     * What the customer has bought.
     *
     * @return the summary, of a prospect one without purchase; empty unless {@link #isKnown}
     */
    public Optional<PurchaseSummary> purchases() {
        return Optional.ofNullable(purchases).map(Purchases::summary);
    }

    /**
     * The answer that counts.
     *
     * @return the answer; empty without one
     */
    public Optional<SurveyAnswer> answer() {
        return Optional.ofNullable(survey.answer());
    }

    /**
     * The day on which the contract ended.
     *
     * @return the day; empty without a contract, or while it goes on
     */
    public Optional<LocalDate> leftOn() {
        return Optional.ofNullable(leftOn);
    }

    Fate fate() {
        return fate;
    }

    /** All that is known of the purchases; null unless {@link #isKnown}. */
    @Nullable
    Purchases bought() {
        return purchases;
    }

    Survey survey() {
        return survey;
    }

    /**
     * Where the customer's rows went: the customer's part of the data report of the base.
     *
     * @return the counts, which {@link DataReport#plus} adds up
     */
    public DataReport dataReport() {
        return dataReport;
    }

    @Override
    public String toString() {
        return purchases == null
                ? customerId + ": not known by the last day observed"
                : purchases.summary().toString();
    }
}
