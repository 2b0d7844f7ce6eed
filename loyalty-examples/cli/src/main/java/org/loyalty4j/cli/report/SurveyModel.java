package org.loyalty4j.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;

/**
 * What the answers say beyond the one score, for the report.
 *
 * @param segments the score of each segment with answers, in the order of the segments
 * @param trend the score over time; empty if there is only one period with answers
 * @param change the score now against that of the earlier date; empty without such a date
 * @param response who answered and who did not; empty without answers
 * @param outcomes what became of those who had answered by the earlier date; empty without such a date
 */
public record SurveyModel(
        List<Group> segments,
        Optional<Trend> trend,
        Optional<Change> change,
        Optional<Response> response,
        Optional<Outcomes> outcomes) {

    /** Nothing of it. */
    public static final SurveyModel NONE =
            new SurveyModel(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public SurveyModel {
        segments = List.copyOf(segments);
    }

    /**
     * The score of some customers.
     *
     * @param name who they are
     * @param answers their answers
     * @param score their score, in [-100, 100]
     */
    public record Group(LocalizedText name, long answers, Estimate score) {}

    /**
     * The score over time.
     *
     * @param unit how the calendar is cut
     * @param allPeriods how many periods have answers, those not shown included
     * @param periods the periods with answers to show, the earliest first
     * @param slope the change of the score in a year; empty if it cannot be told
     * @param pValue how often chance alone would give such a trend, in [0, 1]; empty likewise
     */
    public record Trend(
            ChurnModel.Unit unit,
            int allPeriods,
            List<TrendPeriod> periods,
            Optional<Estimate> slope,
            OptionalDouble pValue) {
        public Trend {
            periods = List.copyOf(periods);
        }
    }

    /**
     * The score of one period.
     *
     * @param label the period, such as {@code 2025-Q1}
     * @param answers the answers given in it
     * @param score their score, in [-100, 100]
     */
    public record TrendPeriod(String label, long answers, Estimate score) {}

    /**
     * The score of answers given since an earlier date against that of the answers before.
     *
     * @param before the earlier date
     * @param then the score of the answers until then
     * @param now the score of the answers given since
     * @param difference the second less the first
     * @param pValue how often chance alone would give such a difference, in [0, 1]
     */
    public record Change(LocalDate before, Estimate then, Estimate now, Estimate difference, double pValue) {}

    /**
     * Who answered and who did not.
     *
     * @param answered those who answered, of all customers
     * @param recencyBins the best recency score, in [2, 10]
     * @param frequencyBins the best frequency score, in [2, 10]
     * @param cells who answered, by recency and frequency score; cells without customers may be left out
     * @param bias the behaviour of those who answered beside that of those who did not
     * @param raw the score of those who answered
     * @param weighted the score of the whole base, weighted by behaviour; empty if it cannot be told
     * @param worst the score if all who did not answer were detractors
     * @param best the score if they were promoters
     * @param ages how old the answers are, in days
     * @param medianAgeDays the median of it
     */
    public record Response(
            Proportion answered,
            int recencyBins,
            int frequencyBins,
            List<ResponseCell> cells,
            List<Bias> bias,
            Estimate raw,
            Optional<Weighted> weighted,
            double worst,
            double best,
            List<ReportModel.Bin> ages,
            double medianAgeDays) {
        public Response {
            cells = List.copyOf(cells);
            bias = List.copyOf(bias);
            ages = List.copyOf(ages);
        }
    }

    /**
     * Who answered, of those with one recency and one frequency score.
     *
     * @param recencyScore the recency score, from 1
     * @param frequencyScore the frequency score, from 1
     * @param answered those who answered, of all with these scores
     */
    public record ResponseCell(int recencyScore, int frequencyScore, Proportion answered) {}

    /**
     * One behaviour of those who answered and of those who did not.
     *
     * @param name what it is, such as "orders"
     * @param unit how to write it
     * @param answered the mean of those who answered
     * @param silent the mean of those who did not
     * @param difference the first less the second
     * @param standardized the difference in standard deviations; empty if all are alike
     */
    public record Bias(
            LocalizedText name,
            ReportModel.Unit unit,
            double answered,
            double silent,
            Estimate difference,
            OptionalDouble standardized) {}

    /**
     * The score of the whole base.
     *
     * @param score the score
     * @param designEffect the variance beside that of as many answers drawn at random, above 0
     * @param effectiveSampleSize the answers that the weighted ones are worth
     * @param uncovered customers for whom no answer can stand
     */
    public record Weighted(Estimate score, double designEffect, double effectiveSampleSize, long uncovered) {}

    /** Who would recommend. */
    public enum Voice {
        /** Answered 9 or 10. */
        PROMOTERS,
        /** Answered 7 or 8. */
        PASSIVES,
        /** Answered 0 to 6. */
        DETRACTORS,
        /** Did not answer. */
        SILENT
    }

    /**
     * What became of those who had answered.
     *
     * @param from the first day after the answers
     * @param to the last day looked at
     * @param rows what each group did
     * @param point what one more point of the score goes with, in money a customer; empty if it cannot be told
     * @param pointWithin the same among customers of the same recency and frequency scores before; empty likewise
     */
    public record Outcomes(
            LocalDate from,
            LocalDate to,
            List<Outcome> rows,
            Optional<Estimate> point,
            Optional<Estimate> pointWithin) {
        public Outcomes {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What one group did.
     *
     * @param voice the group
     * @param bought those who bought again, of all in it
     * @param spend what one of them brought on average; empty for fewer than two
     * @param left those who left, of all in it; empty without leave dates
     */
    public record Outcome(Voice voice, Proportion bought, Optional<Estimate> spend, Optional<Proportion> left) {}
}
