package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.cli.report.SurveyModel.Change;
import org.loyalty4j.cli.report.SurveyModel.Group;
import org.loyalty4j.cli.report.SurveyModel.Trend;
import org.loyalty4j.cli.report.SurveyModel.TrendPeriod;

/** The Net Promoter Score of each segment, and over time. */
final class NpsGroupsSection {

    /** The interval of fewer would take the whole scale, and hide the others. */
    private static final int FEWEST_SHOWN = 5;

    private NpsGroupsSection() {}

    static Section of(ReportModel model, Edition edition) {
        SurveyModel survey = model.survey();
        if (survey.segments().isEmpty() && survey.trend().isEmpty()) {
            return Section.missing("nps-groups", edition);
        }
        List<Block> blocks = new ArrayList<>();
        if (!survey.segments().isEmpty()) {
            blocks.add(Block.chart(segments(survey.segments(), edition)));
        }
        survey.trend().ifPresent(trend -> blocks.add(Block.chart(trend(trend, edition))));
        survey.change().ifPresent(change -> blocks.add(Block.note(words(change, edition))));
        return Section.of("nps-groups", edition, blocks);
    }

    private static Chart segments(List<Group> segments, Edition edition) {
        String title = edition.text("chart.nps-segments.title");
        HtmlTable.Builder table = table(title, "column.segment", edition);
        List<Whiskers.Row> rows = new ArrayList<>();
        for (Group group : segments) {
            add(edition.text(group.name()), group.answers(), group.score(), rows, table, edition);
        }
        String summary = edition.text("chart.nps-segments.summary");
        return new Chart("nps-segments", "whiskers", title, summary, Whiskers.scores(rows), table.build());
    }

    private static Chart trend(Trend trend, Edition edition) {
        String title = edition.text("chart.nps-trend.title");
        HtmlTable.Builder table = table(title, "column.period", edition);
        List<Whiskers.Row> rows = new ArrayList<>();
        for (TrendPeriod period : trend.periods()) {
            add(period.label(), period.answers(), period.score(), rows, table, edition);
        }
        return new Chart("nps-trend", "whiskers", title, words(trend, edition), Whiskers.scores(rows), table.build());
    }

    private static HtmlTable.Builder table(String title, String what, Edition edition) {
        return HtmlTable.named(title)
                .words(edition.text(what))
                .number(edition.text("column.answers"))
                .number(edition.text("column.nps"))
                .number(edition.text("column.nps.interval"));
    }

    private static void add(
            String name,
            long answers,
            Estimate score,
            List<Whiskers.Row> rows,
            HtmlTable.Builder table,
            Edition edition) {
        if (answers >= FEWEST_SHOWN) {
            rows.add(Whiskers.scoreRow(name, score, edition));
        }
        table.row(
                name,
                edition.numbers().whole(answers),
                edition.numbers().signed(score.value()),
                edition.scoreBounds(score));
    }

    private static String words(Trend trend, Edition edition) {
        int shown = trend.periods().size();
        String reading = edition.sentences(
                edition.text("chart.nps-trend.summary"),
                trend.allPeriods() <= shown
                        ? ""
                        : edition.text(
                                "periods.cut",
                                edition.numbers().whole(shown),
                                edition.numbers().whole(trend.allPeriods())));
        Optional<Estimate> slope = trend.slope();
        if (slope.isEmpty() || trend.pValue().isEmpty()) {
            return reading;
        }
        double pValue = trend.pValue().getAsDouble();
        return edition.sentences(
                reading,
                edition.text(
                        edition.beyondChance(pValue) ? "chart.nps-trend.moves" : "chart.nps-trend.flat",
                        edition.numbers().signed(slope.get().value()),
                        edition.scoreBounds(slope.get()),
                        edition.level(slope.get()),
                        edition.chance(pValue)));
    }

    private static String words(Change change, Edition edition) {
        return edition.text(
                edition.beyondChance(change.pValue()) ? "section.nps-groups.changed" : "section.nps-groups.same",
                edition.numbers().date(change.before()),
                edition.numbers().signed(change.then().value()),
                edition.numbers().signed(change.now().value()),
                edition.numbers().signed(change.difference().value()),
                edition.scoreBounds(change.difference()),
                edition.level(change.difference()),
                edition.chance(change.pValue()));
    }
}
