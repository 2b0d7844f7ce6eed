package org.loyalty4j.cli.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.AdviceFinding;
import org.loyalty4j.btyd.ComparedModel;
import org.loyalty4j.btyd.DropoutModel;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.cli.report.Outlook;
import org.loyalty4j.profile.LoyaltyForecast;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.summary.RepeatHistories;

/** Turns the forecast of the library into what the report shows of it. */
final class Outlooks {
    private final LoyaltyReport report;
    private final LoyaltyForecast forecast;
    private final RepeatHistories histories;

    private Outlooks(LoyaltyReport report, LoyaltyForecast forecast) {
        this.report = report;
        this.forecast = forecast;
        this.histories = report.purchases().repeatHistories(forecast.plan().unit());
    }

    /** The outlook of a run; empty if no forecast was wanted. */
    static Optional<Outlook> of(Run run) {
        LoyaltyReport report = run.report();
        return report.modelAdvice()
                .map(advice -> new Outlook(
                        advice.findings().stream().map(AdviceFinding::text).toList(),
                        report.forecast()
                                .map(forecast -> new Outlooks(report, forecast).forecast(run.horizonGiven()))));
    }

    private Outlook.Forecast forecast(boolean horizonGiven) {
        PurchaseModel<?> model = forecast.fit().model();
        return new Outlook.Forecast(
                model(forecast.fit()),
                forecast.advice().comparison().stream()
                        .flatMap(comparison -> comparison.models().stream())
                        .map(Outlooks::compared)
                        .toList(),
                forecast.plan().horizon(),
                horizonGiven,
                report.analysis().value().isPresent(),
                totals(forecast),
                model instanceof DropoutModel<?> dropout
                        ? Optional.of(AliveMaps.of(dropout, histories))
                        : Optional.empty(),
                FrequencyFits.of(model, histories.histogram()),
                forecast.values()
                        .map(values -> ResidualValues.of(
                                forecast, values, report.analysis().value().orElseThrow())),
                forecast.backtest()
                        .map(backtest ->
                                Backtests.of(backtest, forecast.choice().key())));
    }

    private static Outlook.Compared compared(ComparedModel model) {
        return new Outlook.Compared(
                model.choice().name(),
                model.parameters(),
                model.logLikelihood(),
                model.aic(),
                model.fit().status(),
                model.fit().boundary());
    }

    private Outlook.Model model(Fit<? extends PurchaseModel<?>> fit) {
        return new Outlook.Model(
                fit.model().name(),
                forecast.plan().choice().isEmpty(),
                fit.model().unit(),
                parameters(fit, forecast.plan().confidence()),
                fit.logLikelihood(),
                fit.aic(),
                fit.bic(),
                fit.status(),
                fit.boundary(),
                Math.round(fit.customers()),
                fit.distinctHistories(),
                FitWarnings.of(fit));
    }

    static Outlook.Totals totals(LoyaltyForecast forecast) {
        double purchases = 0;
        double probability = 0;
        double alive = 0;
        for (PurchaseForecast buyer : forecast.forecasts()) {
            purchases += buyer.expectedPurchases();
            probability += buyer.probabilityOfPurchase();
            alive += buyer.probabilityAlive();
        }
        int buyers = forecast.forecasts().size();
        return new Outlook.Totals(
                buyers,
                purchases,
                probability / buyers,
                forecast.fit().model() instanceof DropoutModel<?> ? OptionalDouble.of(alive) : OptionalDouble.empty());
    }

    static List<Outlook.Parameter> parameters(Fit<?> fit, double confidence) {
        Map<String, Double> errors = fit.standardErrors();
        Map<String, Estimate> estimates = fit.intervals(confidence);
        List<Outlook.Parameter> parameters = new ArrayList<>();
        fit.model().parameters().forEach((symbol, value) -> {
            Double error = errors.get(symbol);
            Optional<Interval> interval =
                    Optional.ofNullable(estimates.get(symbol)).map(Estimate::interval);
            parameters.add(new Outlook.Parameter(
                    symbol, value, error == null ? OptionalDouble.empty() : OptionalDouble.of(error), interval));
        });
        return parameters;
    }
}
