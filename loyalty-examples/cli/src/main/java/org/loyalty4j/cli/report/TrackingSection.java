package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.cli.report.Outlook.Backtest;
import org.loyalty4j.cli.report.Outlook.Forecast;
import org.loyalty4j.cli.report.Outlook.FrequencyFit;
import org.loyalty4j.cli.report.Outlook.TrackingStep;

/** Whether the model describes the past: repeat purchases over time, and how many buyers came back how often. */
final class TrackingSection {

    private TrackingSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.outlook()
                .flatMap(Outlook::forecast)
                .map(forecast -> of(forecast, edition))
                .orElseGet(() -> Section.missing("tracking", edition));
    }

    private static Section of(Forecast forecast, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        forecast.backtest()
                .filter(backtest -> !backtest.tracking().isEmpty())
                .ifPresentOrElse(
                        backtest -> {
                            blocks.add(Block.halfChart(
                                    perPeriod(backtest, forecast.model().name(), edition)));
                            blocks.add(Block.halfChart(
                                    cumulative(backtest, forecast.model().name(), edition)));
                        },
                        () -> blocks.add(Block.missing(edition.text("section.tracking.short"))));
        if (!forecast.frequencies().isEmpty()) {
            blocks.add(Block.chart(frequencies(forecast, edition)));
        }
        return Section.of("tracking", edition, blocks);
    }

    private static Chart perPeriod(Backtest backtest, String name, Edition edition) {
        return chart("tracking", backtest, name, edition, false);
    }

    private static Chart cumulative(Backtest backtest, String name, Edition edition) {
        return chart("tracking-total", backtest, name, edition, true);
    }

    private static Chart chart(String id, Backtest backtest, String name, Edition edition, boolean cumulative) {
        List<String> days = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        List<List<String>> hints = new ArrayList<>();
        String title = edition.text("chart." + id + ".title");
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text("column.period"))
                .number(edition.text("series.actual"))
                .number(edition.text("series.expected"));
        double made = 0;
        double foreseen = 0;
        int known = 0;
        long length =
                backtest.tracking().stream().mapToLong(TrackingStep::days).max().orElse(1);
        for (TrackingStep step : backtest.tracking()) {
            made = step.actual() + (cumulative ? made : 0);
            foreseen = step.expected() + (cumulative ? foreseen : 0);
            // A period of three days would look like a slump among weeks.
            double scale = cumulative ? 1 : (double) length / step.days();
            String from = edition.numbers().date(step.first());
            String to = edition.numbers().date(step.last());
            days.add(step.last().toString());
            actual.add(made * scale);
            expected.add(foreseen * scale);
            String count = edition.numbers().whole(Math.round(made));
            String forecast = edition.numbers().fixed(foreseen, 1);
            hints.add(List.of(
                    cumulative ? edition.text("hint.until", to) : edition.text("range", from, to),
                    edition.text("hint.actual", count),
                    edition.text("hint.expected", forecast)));
            table.row(step.first() + " – " + step.last(), count, forecast);
            known += step.holdout() ? 0 : 1;
        }
        Lines data = new Lines(
                days,
                actual,
                expected,
                known,
                hints,
                edition.text("series.actual"),
                edition.text("series.expected"),
                edition.text("chart.tracking.holdout"),
                edition.text("axis.repeats"));
        String summary = edition.text(
                "chart." + id + ".summary",
                name,
                edition.numbers().date(backtest.calibrationEnd()),
                edition.numbers()
                        .whole(backtest.tracking().stream()
                                .filter(TrackingStep::holdout)
                                .mapToLong(TrackingStep::actual)
                                .sum()),
                edition.numbers()
                        .fixed(
                                backtest.tracking().stream()
                                        .filter(TrackingStep::holdout)
                                        .mapToDouble(TrackingStep::expected)
                                        .sum(),
                                1));
        return new Chart(id, "tracking", title, summary, data, table.build());
    }

    private static Chart frequencies(Forecast forecast, Edition edition) {
        List<String> names = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        List<List<String>> hints = new ArrayList<>();
        String title = edition.text("chart.repeats.title");
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text("axis.repeats"))
                .number(edition.text("series.actual"))
                .number(edition.text("series.expected"));
        for (FrequencyFit count : forecast.frequencies()) {
            String number = edition.numbers().whole(count.purchases());
            String name = count.orMore() ? edition.text("bin.open", number) : number;
            String made = edition.numbers().whole(Math.round(count.actual()));
            String foreseen = edition.numbers().fixed(count.expected(), 1);
            names.add(name);
            actual.add(count.actual());
            expected.add(count.expected());
            hints.add(List.of(
                    edition.text("hint.repeats", name),
                    edition.text("hint.actual", made),
                    edition.text("hint.expected", foreseen)));
            table.row(name, made, foreseen);
        }
        Pairs data = new Pairs(
                names,
                actual,
                expected,
                hints,
                edition.text("series.actual"),
                edition.text("series.expected"),
                edition.text("axis.repeats"),
                edition.text("column.buyers"));
        return new Chart(
                "repeats",
                "pairs",
                title,
                edition.text("chart.repeats.summary", forecast.model().name()),
                data,
                table.build());
    }

    record Lines(
            List<String> days,
            List<Double> actual,
            List<Double> expected,
            int known,
            List<List<String>> hints,
            String actualName,
            String expectedName,
            String holdoutName,
            String yTitle) {}

    record Pairs(
            List<String> names,
            List<Double> actual,
            List<Double> expected,
            List<List<String>> hints,
            String actualName,
            String expectedName,
            String xTitle,
            String yTitle) {}
}
