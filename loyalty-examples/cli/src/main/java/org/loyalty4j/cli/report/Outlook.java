package org.loyalty4j.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.Proportion;
import org.loyalty4j.btyd.Boundary;
import org.loyalty4j.btyd.FitStatus;

/**
 * What a model of purchases says of the time to come, for the report.
 *
 * @param advice what the adviser found in the data, in words
 * @param forecast the forecast; empty where the data allow none, and the advice then says why
 */
public record Outlook(List<LocalizedText> advice, Optional<Forecast> forecast) {

    public Outlook {
        advice = List.copyOf(advice);
    }

    /**
     * The forecast.
     *
     * @param model the model it comes from
     * @param compared the models that the adviser compared, the best first
     * @param horizon how far it looks ahead
     * @param horizonGiven whether the user chose the horizon, and not the default
     * @param rateGiven whether the user gave a discount rate
     * @param totals what is expected of all buyers
     * @param alive P(alive) by silence and frequency; empty for a model without dropout
     * @param frequencies how many buyers came back how often, beside what the model expects
     * @param value what buyers are still to bring; empty without a discount rate or without a spend model
     * @param backtest how the model fared on the past; empty where the time observed is too short
     */
    public record Forecast(
            Model model,
            List<Compared> compared,
            Horizon horizon,
            boolean horizonGiven,
            boolean rateGiven,
            Totals totals,
            Optional<AliveMap> alive,
            List<FrequencyFit> frequencies,
            Optional<Residual> value,
            Optional<Backtest> backtest) {
        public Forecast {
            compared = List.copyOf(compared);
            frequencies = List.copyOf(frequencies);
        }
    }

    /**
     * The fitted model.
     *
     * @param name its name in the literature
     * @param advised whether the adviser chose it, and not the user
     * @param unit the unit of time of its parameters
     * @param parameters its parameters
     * @param logLikelihood the log-likelihood of the data
     * @param aic Akaike's criterion
     * @param bic the Bayesian criterion
     * @param status how the fit ended
     * @param boundary the simpler model that it ran into; empty if none
     * @param customers the buyers it was fitted to
     * @param histories the different histories among them
     * @param warnings what to beware of
     */
    public record Model(
            String name,
            boolean advised,
            PeriodUnit unit,
            List<Parameter> parameters,
            double logLikelihood,
            double aic,
            double bic,
            FitStatus status,
            Optional<Boundary> boundary,
            long customers,
            int histories,
            List<LocalizedText> warnings) {
        public Model {
            parameters = List.copyOf(parameters);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A model that was compared with others.
     *
     * @param name its name in the literature
     * @param parameters the numbers read from the data
     * @param logLikelihood the complete log-likelihood, comparable between models
     * @param aic Akaike's criterion of it
     * @param status how the fit ended
     * @param boundary the simpler model that it ran into; empty if none
     */
    public record Compared(
            String name,
            int parameters,
            double logLikelihood,
            double aic,
            FitStatus status,
            Optional<Boundary> boundary) {}

    /**
     * One parameter.
     *
     * @param symbol its symbol in the literature
     * @param value its estimate
     * @param standardError its standard error; empty where there is none
     * @param interval its interval; empty likewise
     */
    public record Parameter(String symbol, double value, OptionalDouble standardError, Optional<Interval> interval) {}

    /**
     * What is expected of all buyers within the horizon.
     *
     * @param buyers how many they are
     * @param expectedPurchases the purchases expected
     * @param probabilityOfPurchase the mean probability to buy at all, in [0, 1]
     * @param alive how many are alive, as expected; empty for a model without dropout
     */
    public record Totals(long buyers, double expectedPurchases, double probabilityOfPurchase, OptionalDouble alive) {}

    /**
     * P(alive) of a buyer observed for as long as the typical one, by silence and frequency.
     *
     * @param observedDays how long the typical buyer has been observed, in days
     * @param once P(alive) of one who has not come back in that time, in [0, 1]
     * @param silentDays the days since the last purchase: the columns, ascending
     * @param purchases the repeat purchases: the rows, ascending, from 1
     * @param probabilities one list a row, one probability a column, in [0, 1]
     */
    public record AliveMap(
            long observedDays,
            double once,
            List<Long> silentDays,
            List<Integer> purchases,
            List<List<Double>> probabilities) {
        public AliveMap {
            silentDays = List.copyOf(silentDays);
            purchases = List.copyOf(purchases);
            probabilities = probabilities.stream().map(List::copyOf).toList();
        }
    }

    /**
     * How many buyers came back so often.
     *
     * @param purchases the repeat purchases
     * @param orMore whether those with more are counted too
     * @param actual how many there are
     * @param expected how many the model expects
     */
    public record FrequencyFit(int purchases, boolean orMore, double actual, double expected) {}

    /**
     * What buyers are still to bring within the horizon.
     *
     * @param total the sum over all buyers
     * @param margin the margin as a share of sales
     * @param discountRate the effective annual discount rate
     * @param medianSpend whether a purchase counts with the median of the expected spend, the mean being undefined
     * @param spend the parameters of the spend model
     * @param spendCorrelation the rank correlation of spend and frequency; empty where it is undefined
     * @param bins how many buyers there are by value
     * @param deciles the tenths of buyers, the most valuable first; fewer than ten if there are fewer buyers
     * @param top the most valuable buyers, the first first
     */
    public record Residual(
            double total,
            double margin,
            double discountRate,
            boolean medianSpend,
            List<Parameter> spend,
            OptionalDouble spendCorrelation,
            List<ValueBin> bins,
            List<ValueDecile> deciles,
            List<Top> top) {
        public Residual {
            spend = List.copyOf(spend);
            bins = List.copyOf(bins);
            deciles = List.copyOf(deciles);
            top = List.copyOf(top);
        }
    }

    /**
     * Buyers of about the same value.
     *
     * @param from the least value in the bin
     * @param to the value at which the next begins; empty for "and more"
     * @param customers how many there are
     */
    public record ValueBin(double from, OptionalDouble to, long customers) {}

    /**
     * A tenth of the buyers.
     *
     * @param number its number: 1 holds the most valuable
     * @param customers how many there are
     * @param value what they are to bring
     */
    public record ValueDecile(int number, long customers, double value) {}

    /**
     * One of the most valuable buyers.
     *
     * @param customerId the customer's id
     * @param value what the customer is to bring
     * @param interval its interval; empty where there is none
     * @param expectedPurchases the purchases expected
     * @param probabilityAlive P(alive), in [0, 1]
     */
    public record Top(
            String customerId,
            double value,
            Optional<Interval> interval,
            double expectedPurchases,
            double probabilityAlive) {}

    /**
     * How models and baselines, knowing the past until a day only, forecast what came then.
     *
     * @param calibrationEnd the last day they knew
     * @param holdoutEnd the last day they had to forecast
     * @param customers the buyers forecast
     * @param purchases what those bought in the holdout
     * @param born the customers who first bought in the holdout, in no forecast
     * @param bornPurchases what these bought
     * @param tracking actual and expected repeat purchases by period, of the model in use
     * @param trials one a model or baseline
     * @param calibration predicted against observed probability to buy, of the model in use
     */
    public record Backtest(
            LocalDate calibrationEnd,
            LocalDate holdoutEnd,
            long customers,
            long purchases,
            long born,
            long bornPurchases,
            List<TrackingStep> tracking,
            List<Trial> trials,
            List<CalibrationBin> calibration) {
        public Backtest {
            tracking = List.copyOf(tracking);
            trials = List.copyOf(trials);
            calibration = List.copyOf(calibration);
        }
    }

    /**
     * The repeat purchases of one period.
     *
     * @param first its first day
     * @param last its last day, included
     * @param holdout whether it lies in the holdout
     * @param actual the repeat purchases made
     * @param expected those the model expects
     */
    public record TrackingStep(LocalDate first, LocalDate last, boolean holdout, long actual, double expected) {
        long days() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }
    }

    /** What kind of forecast was tried. */
    public enum TrialKind {
        /** The model in use. */
        USED,
        /** Another model. */
        OTHER,
        /** A rule that needs no model. */
        BASELINE
    }

    /**
     * How one forecast fared.
     *
     * @param name its name
     * @param kind what it is
     * @param predicted the purchases predicted
     * @param bias predicted over actual, less one; empty without a purchase
     * @param meanAbsoluteError of a customer's purchases; empty without customers
     * @param rootMeanSquaredError likewise
     * @param rankCorrelation Spearman's, in [-1, 1]; empty where undefined
     * @param topDecile the share of purchases made by the tenth predicted to buy most, in [0, 1]; empty without a purchase
     * @param brier the Brier score of the probability to buy; empty for a baseline
     */
    public record Trial(
            LocalizedText name,
            TrialKind kind,
            double predicted,
            OptionalDouble bias,
            OptionalDouble meanAbsoluteError,
            OptionalDouble rootMeanSquaredError,
            OptionalDouble rankCorrelation,
            OptionalDouble topDecile,
            OptionalDouble brier) {}

    /**
     * Buyers with similar predicted probabilities to buy within the holdout.
     *
     * @param predicted the mean of the probabilities, in [0, 1]
     * @param observed those who bought, of all of them
     */
    public record CalibrationBin(double predicted, Proportion observed) {}
}
