package org.loyalty4j.profile;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.quadrant.ColumnAxis;
import org.loyalty4j.quadrant.PercentileAxis;
import org.loyalty4j.quadrant.ShareAxis;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistories;

/** A base as the behaviour axis reads it: by RFM composite, expected purchases or spend. */
final class Behaviour {
    private final PurchaseSummaries purchases;
    private final RfmScores scores;
    private final BehaviourMeasure measure;
    private final @Nullable LoyaltyForecast forecast;

    Behaviour(
            PurchaseSummaries purchases,
            RfmScores scores,
            BehaviourMeasure measure,
            @Nullable LoyaltyForecast forecast) {
        this.purchases = purchases;
        this.scores = scores;
        this.measure = measure;
        this.forecast = forecast;
        if (measure == BehaviourMeasure.EXPECTED_PURCHASES && forecast == null) {
            throw noForecast();
        }
    }

    static IllegalArgumentException noForecast() {
        return new IllegalArgumentException("behaviour by expected purchases needs a forecast, but there is none");
    }

    /** The axis over what is measured; null for the RFM composite, which has its own. */
    @Nullable
    ColumnAxis fitColumnAxis() {
        return switch (measure) {
            case RFM_COMPOSITE -> null;
            case EXPECTED_PURCHASES -> PercentileAxis.fit(ofBuyers());
            case SHARE_OF_SPEND -> ShareAxis.fit(ofBuyers());
        };
    }

    /** The position of every customer; a prospect, who did nothing, is at {@link BehaviourAxis#PROSPECT}. */
    double[] positions(BehaviourAxis composites, @Nullable ColumnAxis columnAxis) {
        double[] positions = new double[purchases.size()];
        if (columnAxis == null) {
            Arrays.setAll(
                    positions,
                    customer -> scores.of(customer).map(composites::position).orElse(BehaviourAxis.PROSPECT));
            return positions;
        }
        double[] values = ofBuyers();
        int[] buyers = purchases.buyers();
        Arrays.fill(positions, BehaviourAxis.PROSPECT);
        for (int row = 0; row < buyers.length; row++) {
            positions[buyers[row]] = columnAxis.position(values[row]);
        }
        return positions;
    }

    /**
     * How uncertain a forecast behaviour is; null where behaviour is observed, or the fit gives no standard errors. A percentile of
     * this base moves with the parameters, the cut of an earlier base does not.
     */
    @Nullable
    DistanceErrors distance(LoyaltyCuts cuts, boolean ofEarlierBase, int parallelism) {
        ColumnAxis axis = cuts.columnAxis();
        if (measure != BehaviourMeasure.EXPECTED_PURCHASES || axis == null || forecast == null) {
            return null;
        }
        return DistanceErrors.of(
                forecast.models(),
                purchases.repeatHistories(forecast.plan().unit()).histogram(),
                axis.valueAt(cuts.classifier().behaviourCut()),
                ofEarlierBase,
                parallelism);
    }

    /** The probability of each customer's behaviour to reach the cut. */
    static double[] probabilitiesAtLeast(
            LoyaltyCuts cuts,
            DistanceErrors distance,
            PurchaseSummaries purchases,
            LoyaltyForecast forecast,
            int parallelism) {
        double cut = cuts.classifier().behaviourCut();
        RepeatHistories histories = purchases.repeatHistories(forecast.plan().unit());
        double[] errors = Objects.requireNonNull(distance.ofAll(histories.histogram(), parallelism));
        double[] ofHistories = Objects.requireNonNull(cuts.columnAxis())
                .probabilitiesAtLeast(
                        cut, forecast.models().expectedPurchases(histories.histogram(), parallelism), errors);
        int[] buyers = purchases.buyers();
        double[] probabilities = new double[purchases.size()];
        Arrays.fill(probabilities, BehaviourAxis.PROSPECT >= cut ? 1 : 0);
        for (int row = 0; row < buyers.length; row++) {
            probabilities[buyers[row]] = ofHistories[histories.histogramIndex(row)];
        }
        return probabilities;
    }

    private double[] ofBuyers() {
        int[] buyers = purchases.buyers();
        if (measure == BehaviourMeasure.EXPECTED_PURCHASES && forecast != null) {
            LoyaltyForecast known = forecast;
            return IntStream.range(0, buyers.length)
                    .mapToDouble(row -> known.forecasts().expectedPurchases(row))
                    .toArray();
        }
        return IntStream.of(buyers)
                .mapToDouble(customer -> MinorUnits.inMajor(purchases.totalMinor(customer), purchases.scale()))
                .toArray();
    }
}
