package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel.Bin;
import org.loyalty4j.cli.report.ReportModel.Unit;
import org.loyalty4j.cli.report.SurveyModel.Bias;
import org.loyalty4j.cli.report.SurveyModel.Response;
import org.loyalty4j.cli.report.SurveyModel.ResponseCell;
import org.loyalty4j.cli.report.SurveyModel.Weighted;

/** Who answered and who did not, and what that does to the score. */
final class ResponseSection {

    private ResponseSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.survey()
                .response()
                .map(response -> of(response, edition))
                .orElseGet(() -> Section.missing("response", edition));
    }

    private static Section of(Response response, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.chart(scores(response, edition)));
        if (!response.cells().isEmpty()) {
            blocks.add(Block.halfChart(rates(response, edition)));
        }
        if (!response.ages().isEmpty()) {
            blocks.add(Block.halfChart(ages(response, edition)));
        }
        if (!response.bias().isEmpty()) {
            blocks.add(Block.table(bias(response, edition)));
            blocks.add(Block.note(edition.text("section.response.bias")));
        }
        return Section.of("response", edition, blocks);
    }

    private static Chart scores(Response response, Edition edition) {
        List<Whiskers.Row> rows = new ArrayList<>();
        rows.add(Whiskers.scoreRow(edition.text("response.raw"), response.raw(), edition));
        response.weighted()
                .ifPresent(weighted ->
                        rows.add(Whiskers.scoreRow(edition.text("response.weighted"), weighted.score(), edition)));
        rows.add(Whiskers.range(edition.text("response.bounds"), response.worst(), response.best(), edition));
        return new Chart(
                "response-scores",
                "whiskers",
                edition.text("chart.response-scores.title"),
                summary(response, edition),
                Whiskers.scores(rows),
                null);
    }

    private static String summary(Response response, Edition edition) {
        Numbers numbers = edition.numbers();
        Optional<Weighted> weighted = response.weighted();
        String score = weighted.isEmpty()
                ? edition.text("chart.response-scores.unweighted")
                : edition.text(
                        "chart.response-scores.weighted",
                        numbers.signed(weighted.get().score().value()),
                        edition.scoreBounds(weighted.get().score()),
                        edition.level(weighted.get().score()),
                        numbers.signed(response.raw().value()),
                        numbers.whole(response.answered().successes()),
                        numbers.whole(Math.round(weighted.get().effectiveSampleSize())),
                        numbers.fixed(weighted.get().designEffect(), 2));
        String uncovered = weighted.map(Weighted::uncovered).orElse(0L) == 0
                ? ""
                : edition.text(
                        "chart.response-scores.uncovered",
                        edition.texts()
                                .count("customers", weighted.orElseThrow().uncovered()));
        return edition.sentences(
                score,
                uncovered,
                edition.text(
                        "chart.response-scores.bounds",
                        numbers.signed(response.worst()),
                        numbers.signed(response.best()),
                        edition.share(response.answered())));
    }

    private static Chart rates(Response response, Edition edition) {
        String title = edition.text("chart.response-rates.title");
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text("column.cell"))
                .number(edition.text("column.customers"))
                .number(edition.text("column.answered"))
                .number(edition.text("column.share"))
                .number(edition.text("column.interval", edition.numbers().level(edition.confidence())));
        List<Spot> spots = new ArrayList<>();
        for (ResponseCell cell : response.cells()) {
            Proportion answered = cell.answered();
            if (answered.value().isEmpty()) {
                continue;
            }
            String name = edition.text("hint.heat", cell.recencyScore(), cell.frequencyScore());
            spots.add(new Spot(
                    cell.frequencyScore() - 1,
                    cell.recencyScore() - 1,
                    answered.value().getAsDouble(),
                    List.of(
                            name,
                            edition.text(
                                    "hint.of",
                                    edition.share(answered),
                                    edition.numbers().whole(answered.successes()),
                                    edition.numbers().whole(answered.trials())),
                            edition.text(
                                    "hint.interval",
                                    edition.numbers().level(edition.confidence()),
                                    edition.bounds(answered)))));
            table.row(
                    name,
                    edition.numbers().whole(answered.trials()),
                    edition.numbers().whole(answered.successes()),
                    edition.share(answered),
                    edition.bounds(answered));
        }
        Shades data = new Shades(
                scores(response.frequencyBins()),
                scores(response.recencyBins()),
                spots,
                edition.text("axis.frequency.score"),
                edition.text("axis.recency.score"));
        return new Chart(
                "response-rates", "shades", title, edition.text("chart.response-rates.summary"), data, table.build());
    }

    private static List<String> scores(int bins) {
        List<String> names = new ArrayList<>();
        for (int score = 1; score <= bins; score++) {
            names.add(Integer.toString(score));
        }
        return names;
    }

    private static Chart ages(Response response, Edition edition) {
        Numbers numbers = edition.numbers();
        String title = edition.text("chart.response-ages.title");
        HtmlTable.Builder table =
                HtmlTable.named(title).words(edition.text("axis.answer.age")).number(edition.text("column.answers"));
        List<String> names = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        List<List<String>> hints = new ArrayList<>();
        for (Bin bin : response.ages()) {
            String name = bin.to().isPresent()
                    ? numbers.whole(bin.from()) + "–" + numbers.whole(bin.to().getAsLong())
                    : edition.text("bin.open", numbers.whole(bin.from()));
            names.add(name);
            counts.add(bin.customers());
            hints.add(List.of(
                    edition.text("silence.days", name), edition.text("hint.answers", numbers.whole(bin.customers()))));
            table.row(name, numbers.whole(bin.customers()));
        }
        return new Chart(
                "response-ages",
                "columns",
                title,
                edition.text("chart.response-ages.summary", numbers.whole(Math.round(response.medianAgeDays()))),
                new Columns(
                        names, counts, null, hints, edition.text("axis.answer.age"), edition.text("column.answers")),
                table.build());
    }

    private static HtmlTable bias(Response response, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.bias"))
                .words(edition.text("column.mean"))
                .number(edition.text("column.answering"))
                .number(edition.text("column.silent"))
                .number(edition.text("column.difference"))
                .number(edition.text("column.interval", edition.numbers().level(edition.confidence())))
                .number(edition.text("column.standardized"));
        for (Bias bias : response.bias()) {
            Unit unit = bias.unit();
            table.row(
                    edition.text(bias.name()),
                    quantity(bias.answered(), unit, edition),
                    quantity(bias.silent(), unit, edition),
                    quantity(bias.difference().value(), unit, edition),
                    edition.text(
                            "range",
                            quantity(bias.difference().interval().lower(), unit, edition),
                            quantity(bias.difference().interval().upper(), unit, edition)),
                    edition.fixed(bias.standardized(), 2));
        }
        return table.build();
    }

    /** Means of one row, all with the same decimals. */
    private static String quantity(double number, Unit unit, Edition edition) {
        return unit == Unit.NUMBER ? edition.numbers().fixed(number, 1) : edition.quantity(number, unit);
    }

    record Spot(int column, int row, double share, List<String> hint) {}

    record Shades(List<String> columns, List<String> rows, List<Spot> cells, String xTitle, String yTitle) {}
}
