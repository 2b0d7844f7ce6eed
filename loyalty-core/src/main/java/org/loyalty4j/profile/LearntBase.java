package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.churn.FalseChurnCurve;
import org.loyalty4j.churn.InactivityThreshold;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.quadrant.ColumnAxis;
import org.loyalty4j.quadrant.PercentileAxis;
import org.loyalty4j.quadrant.QuadrantClassifier;
import org.loyalty4j.quadrant.ReaskedAnswers;
import org.loyalty4j.quadrant.ShareAxis;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerRule;

/**
 * What the counts of a base have taught: cut points of R, F and M, models, the threshold of silence, the noise of answers. The
 * behaviour axis needs a second look at the customers, by these cut points.
 *
 * <pre>{@code
 * CellCounts cells = base.newCounts();
 * facts.forEach(cells::add);
 * CustomerProfiler profiler = base.profiler(cells);
 * }</pre>
 */
public final class LearntBase implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CustomerReader reader;
    private final long buyers;
    private final long prospects;
    private final RfmScale scale;
    private final @Nullable ModelAdvice advice;
    private final @Nullable ForecastModels models;
    private final @Nullable FalseChurnCurve falseChurn;
    private final @Nullable ColumnAxis columnAxis;
    private final Counted columnPositions; // of buyers, where there is such an axis
    private final Counted attitudes;
    private final AnswerNoise noise;
    private final @Nullable RepeatHistogram histories; // where behaviour is forecast
    private final long respondents;

    private LearntBase(CustomerReader reader, BaseCounts counts) {
        LoyaltyAnalysis analysis = reader.analysis();
        this.reader = reader;
        this.buyers = counts.buyers();
        this.prospects = counts.prospects();
        this.scale = analysis.frozenCuts()
                .map(LoyaltyCuts::rfmScale)
                .orElseGet(() -> analysis.scorer().fit(counts.rfm()));
        ForecastPlan plan = analysis.forecast().orElse(null);
        if (plan == null) {
            this.advice = null;
            this.models = null;
            this.histories = null;
        } else {
            RepeatHistogram repeats = counts.repeats(plan.unit());
            ForecastModels.BaseHistograms histograms =
                    new ForecastModels.BaseHistograms(repeats, counts.spends(), PurchaseRhythm.of(counts.gaps()));
            this.advice =
                    ForecastModels.advice(plan, histograms, analysis.parallel().threads());
            this.models = ForecastModels.of(
                            plan,
                            advice,
                            histograms,
                            analysis.value().orElse(null),
                            analysis.parallel().threads())
                    .orElse(null);
            this.histories = measure() == BehaviourMeasure.EXPECTED_PURCHASES ? repeats : null;
        }
        this.falseChurn = falseChurn(counts);
        Counted column = column(counts);
        this.columnAxis = analysis.frozenCuts().isPresent()
                ? analysis.frozenCuts().orElseThrow().columnAxis()
                : fit(column);
        this.columnPositions = columnAxis == null
                ? new Counted(new double[0], new long[0])
                : new Counted(columnAxis.positions(column.values()), column.customers());
        Counted scores = counts.knownScores();
        this.attitudes = new Counted(
                Arrays.stream(scores.values())
                        .map(analysis.scale()::percentOfMaximum)
                        .toArray(),
                scores.customers());
        this.noise = AnalysisRun.noise(analysis, counts.noise(analysis.scale()));
        this.respondents = counts.respondents();
    }

    static LearntBase of(CustomerReader reader, BaseCounts counts) {
        if (counts.buyers() == 0) {
            throw AnalysisRun.noBuyers(reader.asOf(), counts.prospects());
        }
        return new LearntBase(reader, counts);
    }

    private BehaviourMeasure measure() {
        return reader.analysis()
                .frozenCuts()
                .map(LoyaltyCuts::measure)
                .orElse(reader.analysis().behaviour());
    }

    /** The number by which each buyer is placed, where that is not the RFM composite. */
    private Counted column(BaseCounts counts) {
        BehaviourMeasure measure = measure();
        ForecastModels known = models;
        if (measure == BehaviourMeasure.EXPECTED_PURCHASES) {
            if (known == null || histories == null) {
                throw Behaviour.noForecast();
            }
            return expectedPurchases(
                    histories, known, reader.analysis().parallel().threads());
        }
        return measure == BehaviourMeasure.SHARE_OF_SPEND ? counts.totals() : new Counted(new double[0], new long[0]);
    }

    private static Counted expectedPurchases(RepeatHistogram histories, ForecastModels models, int parallelism) {
        double[] expected = models.expectedPurchases(histories, parallelism);
        long[] customers = new long[expected.length];
        Arrays.setAll(customers, row -> (long) histories.weight(row));
        return new Counted(expected, customers);
    }

    private @Nullable ColumnAxis fit(Counted column) {
        return switch (measure()) {
            case RFM_COMPOSITE -> null;
            case EXPECTED_PURCHASES -> PercentileAxis.fit(column.values(), column.customers());
            case SHARE_OF_SPEND -> ShareAxis.fit(column.values(), column.customers());
        };
    }

    private @Nullable FalseChurnCurve falseChurn(BaseCounts counts) {
        var end = reader.calibrationEnd();
        if (end == null) {
            return null;
        }
        var lastRow = counts.lastRow();
        var written = lastRow != null && lastRow.isAfter(end) ? lastRow : end;
        return FalseChurnCurve.of(counts.silences(), (int) ChronoUnit.DAYS.between(end, reader.asOf()), (int)
                Math.max(0, ChronoUnit.DAYS.between(written, reader.asOf())));
    }

    /**
     * Counts of nobody, to which customers are added once more.
     *
     * @return the counts
     */
    public CellCounts newCounts() {
        return new CellCounts(scale);
    }

    /**
     * What makes the profiles of the customers.
     *
     * @param cells the counts of all customers
     * @return the profiler
     * @throws IllegalArgumentException if the cells are of more or fewer buyers than were learnt from, or as {@link
     *     LoyaltyAnalysis#run} does for such a base
     */
    public CustomerProfiler profiler(CellCounts cells) {
        if (cells.buyers() != buyers) {
            throw new IllegalArgumentException(
                    "cells must be of the " + buyers + " buyers learnt from, but were of " + cells.buyers());
        }
        LoyaltyCuts cuts = reader.analysis().frozenCuts().orElseGet(() -> cuts(cells));
        return new CustomerProfiler(
                reader,
                cuts,
                AnalysisRun.segmentMap(reader.analysis(), scale),
                models,
                distance(cuts),
                reasked(),
                LoyaltyChurn.inactiveAfterDays(
                        reader.analysis().churn(), threshold().orElse(null)));
    }

    private LoyaltyCuts cuts(CellCounts cells) {
        LoyaltyAnalysis analysis = reader.analysis();
        List<RfmScore> examples = cells.examples();
        BehaviourAxis composites = BehaviourAxis.fit(examples, cells.customers(), analysis.weights());
        Counted ofBuyers = columnAxis != null
                ? columnPositions
                : new Counted(
                        examples.stream().mapToDouble(composites::position).toArray(), cells.customers());
        Counted all = ofBuyers.with(BehaviourAxis.PROSPECT, prospects);
        return new LoyaltyCuts(
                scale,
                composites,
                measure(),
                columnAxis,
                new QuadrantClassifier(
                        analysis.behaviourCut().fit(all.values(), all.customers()),
                        AnalysisRun.attitudeCut(analysis.attitudeCut(), attitudes, respondents)));
    }

    /** How uncertain a forecast behaviour is; null where it is observed, or the fit gives no standard errors. */
    private @Nullable DistanceErrors distance(LoyaltyCuts cuts) {
        ForecastModels known = models;
        ColumnAxis axis = cuts.columnAxis();
        return known == null || histories == null || axis == null
                ? null
                : DistanceErrors.of(
                        known,
                        histories,
                        axis.valueAt(cuts.classifier().behaviourCut()),
                        reader.analysis().frozenCuts().isPresent(),
                        reader.analysis().parallel().threads());
    }

    private @Nullable ReaskedAnswers reasked() {
        LoyaltyAnalysis analysis = reader.analysis();
        if (analysis.answers().rule() == AnswerRule.MEAN || attitudes.total() == 0) {
            return null;
        }
        return ReaskedAnswers.ofAttitudes(attitudes.values(), attitudes.customers(), noise);
    }

    /**
     * The cut points of R, F and M.
     *
     * @return the scale
     */
    public RfmScale rfmScale() {
        return scale;
    }

    /**
     * What the data say of the models that could forecast the buyers.
     *
     * @return the advice; empty unless {@link LoyaltyAnalysis#withForecast} was given
     */
    public Optional<ModelAdvice> modelAdvice() {
        return Optional.ofNullable(advice);
    }

    /**
     * How often thresholds of silence would have been wrong, as {@link LoyaltyChurn#falseChurn} has it.
     *
     * @return the curve; empty if fewer than seven days could be held out
     */
    public Optional<FalseChurnCurve> falseChurn() {
        return Optional.ofNullable(falseChurn);
    }

    /**
     * The smallest threshold of silence that keeps the wanted false-churn rate, as {@link LoyaltyChurn#threshold} has it.
     *
     * @return the threshold; empty without {@link #falseChurn}
     */
    public Optional<InactivityThreshold> threshold() {
        return falseChurn()
                .map(curve -> LoyaltyChurn.threshold(curve, reader.analysis().churn()));
    }

    /**
     * How noisy one answer is, as {@link LoyaltySurvey#noise} has it.
     *
     * @return the noise
     */
    public AnswerNoise noise() {
        return noise;
    }

    @Override
    public String toString() {
        return "LearntBase: " + scale;
    }
}
