package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.cli.report.ChurnModel.Curve;
import org.loyalty4j.cli.report.ChurnModel.Median;
import org.loyalty4j.cli.report.ChurnModel.Step;
import org.loyalty4j.cli.report.ChurnModel.Survival;

/** How long customers stay, those who are still there counted for as long as they were seen. */
final class SurvivalSection {

    private static final int MOST_STEPS = 400;
    private static final int ROWS = 12;

    private SurvivalSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.churn()
                .survival()
                .map(survival -> of(survival, edition))
                .orElseGet(() -> Section.missing("survival", edition));
    }

    private static Section of(Survival survival, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        Curve all = survival.curves().get(0);
        blocks.add(Block.chart(chart("survival", survival.curves().subList(0, 1), summary(all, edition), edition)));
        blocks.add(Block.table(figures(survival, edition)));
        if (survival.curves().size() > 1) {
            String compared = survival.test()
                    .map(test -> edition.text(
                            edition.beyondChance(test.pValue())
                                    ? "chart.survival-groups.differ"
                                    : "chart.survival-groups.alike",
                            edition.numbers().fixed(test.statistic(), 2),
                            test.degreesOfFreedom(),
                            edition.chance(test.pValue())))
                    .orElseGet(() -> edition.text("chart.survival-groups.untested"));
            blocks.add(Block.chart(chart(
                    "survival-groups",
                    survival.curves().subList(1, survival.curves().size()),
                    compared,
                    edition)));
        }
        return Section.of("survival", edition, blocks);
    }

    private static String summary(Curve curve, Edition edition) {
        String counts = edition.text(
                "chart.survival.summary",
                edition.texts().count("customers", curve.customers()),
                edition.numbers().whole(curve.ended()));
        String median = curve.median()
                .map(days ->
                        edition.text("chart.survival.median", edition.numbers().whole(Math.round(days.days()))))
                .orElseGet(() -> edition.text("chart.survival.median.none"));
        return edition.sentences(counts, median);
    }

    private static Chart chart(String id, List<Curve> curves, String summary, Edition edition) {
        List<Line> lines = curves.stream().map(curve -> line(curve, edition)).toList();
        Data data = new Data(lines, edition.text("axis.survival.x"), edition.text("axis.survival.y"));
        String title = edition.text("chart." + id + ".title");
        return new Chart(id, "survival", title, summary, data, table(title, curves, edition));
    }

    private static Line line(Curve curve, Edition edition) {
        List<Point> points = new ArrayList<>();
        int every = Math.max(1, (curve.steps().size() + MOST_STEPS - 1) / MOST_STEPS);
        for (int i = 0; i < curve.steps().size(); i++) {
            if (i % every == 0 || i == curve.steps().size() - 1) {
                points.add(point(curve.steps().get(i), edition));
            }
        }
        Median median = curve.median().orElse(null);
        return new Line(
                edition.text(curve.name()),
                points,
                curve.lastDay(),
                median == null ? null : median.days(),
                median == null
                        ? null
                        : edition.text("chart.survival.mark", edition.numbers().whole(Math.round(median.days()))));
    }

    private static Point point(Step step, Edition edition) {
        Numbers numbers = edition.numbers();
        return new Point(
                step.day(),
                step.survival(),
                step.lower(),
                step.upper(),
                List.of(
                        edition.text("hint.survival", numbers.whole(step.day())),
                        edition.text("hint.survival.share", numbers.percent(step.survival())),
                        edition.text("hint.interval", numbers.level(edition.confidence()), bounds(step, edition)),
                        edition.text("hint.survival.risk", numbers.whole(step.atRisk()))));
    }

    private static String bounds(Step step, Edition edition) {
        return edition.text(
                "range",
                edition.numbers().percent(step.lower()),
                edition.numbers().percent(step.upper()));
    }

    /** The curve at a dozen ages, rather than at every day on which someone left. */
    private static HtmlTable table(String title, List<Curve> curves, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(title).words(edition.text("column.after"));
        boolean several = curves.size() > 1;
        for (Curve curve : curves) {
            table.number(several ? edition.text(curve.name()) : edition.text("axis.survival.y"));
            table.number(edition.text("column.interval", edition.numbers().level(edition.confidence())));
        }
        long last = curves.stream().mapToLong(Curve::lastDay).max().orElse(0);
        long every = Math.max(1, Math.round((double) last / ROWS / 30) * 30);
        for (long day = 0; day <= last; day += every) {
            String[] row = new String[1 + 2 * curves.size()];
            row[0] = edition.text("silence.days", edition.numbers().whole(day));
            for (int c = 0; c < curves.size(); c++) {
                Optional<Step> step = at(curves.get(c), day);
                row[1 + 2 * c] =
                        step.map(at -> edition.numbers().percent(at.survival())).orElse(Numbers.NONE);
                row[2 + 2 * c] = step.map(at -> bounds(at, edition)).orElse(Numbers.NONE);
            }
            table.row(row);
        }
        return table.build();
    }

    private static Optional<Step> at(Curve curve, long day) {
        return day > curve.lastDay()
                ? Optional.empty()
                : curve.steps().stream().filter(step -> step.day() <= day).reduce((earlier, later) -> later);
    }

    private static HtmlTable figures(Survival survival, Edition edition) {
        Numbers numbers = edition.numbers();
        String level = edition.text("column.interval", numbers.level(edition.confidence()));
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.survival"))
                .words(edition.text("column.group"))
                .number(edition.text("column.customers"))
                .number(edition.text("column.leavers"))
                .number(edition.text("column.median"))
                .number(level)
                .number(edition.text("column.restricted"))
                .number(level);
        for (Curve curve : survival.curves()) {
            table.row(
                    edition.text(curve.name()),
                    numbers.whole(curve.customers()),
                    numbers.whole(curve.ended()),
                    curve.median()
                            .map(median -> numbers.whole(Math.round(median.days())))
                            .orElse(Numbers.NONE),
                    curve.median().map(median -> medianBounds(median, edition)).orElse(Numbers.NONE),
                    curve.restrictedMean()
                            .map(mean -> edition.text(
                                    "survival.upto",
                                    numbers.whole(Math.round(mean.value())),
                                    numbers.whole(curve.restrictedDays())))
                            .orElse(Numbers.NONE),
                    curve.restrictedMean()
                            .map(mean -> edition.fixedBounds(mean.interval(), 0))
                            .orElse(Numbers.NONE));
        }
        return table.build();
    }

    private static String medianBounds(Median median, Edition edition) {
        return edition.text("range", edition.fixed(median.lower(), 0), edition.fixed(median.upper(), 0));
    }

    record Point(long day, double survival, double lower, double upper, List<String> hint) {}

    record Line(
            String name,
            List<Point> points,
            long lastDay,
            @Nullable Double median,
            @Nullable String mark) {}

    record Data(List<Line> curves, String xTitle, String yTitle) {}
}
