package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.cli.report.Outlook.Backtest;
import org.loyalty4j.cli.report.Outlook.CalibrationBin;
import org.loyalty4j.cli.report.Outlook.Forecast;
import org.loyalty4j.cli.report.Outlook.Trial;
import org.loyalty4j.cli.report.Outlook.TrialKind;

/** How models and simple rules, knowing the past only, forecast what came then. */
final class BacktestSection {

    private BacktestSection() {}

    static Section of(ReportModel model, Edition edition) {
        Optional<Forecast> forecast = model.outlook().flatMap(Outlook::forecast);
        return forecast.flatMap(Forecast::backtest)
                .map(backtest -> of(backtest, forecast.get().model().name(), edition))
                .orElseGet(() -> Section.missing("backtest", edition));
    }

    private static Section of(Backtest backtest, String name, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.note(edition.text(
                "section.backtest.split",
                edition.numbers().date(backtest.calibrationEnd()),
                edition.numbers().date(backtest.holdoutEnd()),
                edition.texts().count("buyers", backtest.customers()),
                edition.texts().count("purchases", backtest.purchases()))));
        blocks.add(Block.table(table(backtest, edition)));
        if (!backtest.calibration().isEmpty()) {
            blocks.add(Block.chart(calibration(backtest, name, edition)));
        }
        blocks.add(Block.note(born(backtest, edition)));
        return Section.of("backtest", edition, blocks);
    }

    private static String born(Backtest backtest, Edition edition) {
        return backtest.born() == 0
                ? edition.text("section.backtest.born.none")
                : edition.text(
                        "section.backtest.born",
                        edition.texts().count("customers", backtest.born()),
                        edition.texts().count("purchases", backtest.bornPurchases()));
    }

    private static HtmlTable table(Backtest backtest, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.backtest"))
                .words(edition.text("column.forecast"))
                .number(edition.text("column.predicted"))
                .number(edition.text("column.bias"))
                .number(edition.text("column.mae"))
                .number(edition.text("column.rmse"))
                .number(edition.text("column.rank"))
                .number(edition.text("column.gain"))
                .number(edition.text("column.brier"));
        for (Trial trial : backtest.trials()) {
            String name = edition.text(trial.name());
            String[] cells = {
                trial.kind() == TrialKind.USED ? edition.text("backtest.used", name) : name,
                edition.numbers().fixed(trial.predicted(), 1),
                bias(trial.bias(), edition),
                edition.fixed(trial.meanAbsoluteError(), 3),
                edition.fixed(trial.rootMeanSquaredError(), 3),
                edition.fixed(trial.rankCorrelation(), 3),
                edition.percent(trial.topDecile()),
                edition.fixed(trial.brier(), 4)
            };
            if (trial.kind() == TrialKind.BASELINE) {
                table.apart(cells);
            } else {
                table.row(cells);
            }
        }
        return table.build();
    }

    private static String bias(OptionalDouble bias, Edition edition) {
        return bias.isPresent() ? edition.numbers().signedPercent(bias.getAsDouble()) : Numbers.NONE;
    }

    private static Chart calibration(Backtest backtest, String name, Edition edition) {
        String title = edition.text("chart.calibration.title");
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text("column.predicted.share"))
                .number(edition.text("column.buyers"))
                .number(edition.text("column.observed"))
                .number(edition.text("column.interval", edition.numbers().level(edition.confidence())));
        List<Spot> spots = new ArrayList<>();
        for (CalibrationBin bin : backtest.calibration()) {
            String predicted = edition.numbers().percent(bin.predicted());
            String observed = edition.share(bin.observed());
            Optional<Estimate> interval = edition.interval(bin.observed());
            interval.ifPresent(share -> spots.add(new Spot(
                    bin.predicted(),
                    share.value(),
                    share.interval().lower(),
                    share.interval().upper(),
                    List.of(
                            edition.text("hint.predicted", predicted),
                            edition.text("hint.observed", observed),
                            edition.text("hint.interval", edition.level(share), edition.shareBounds(share))))));
            table.row(
                    predicted,
                    edition.numbers().whole(bin.observed().trials()),
                    observed,
                    edition.bounds(bin.observed()));
        }
        Spots data = new Spots(
                spots,
                edition.text("axis.predicted"),
                edition.text("axis.observed"),
                edition.text("chart.calibration.exact"));
        return new Chart(
                "calibration",
                "calibration",
                title,
                edition.text("chart.calibration.summary", name),
                data,
                table.build());
    }

    record Spot(double predicted, double observed, double lower, double upper, List<String> hint) {}

    record Spots(List<Spot> spots, String xTitle, String yTitle, String exact) {}
}
