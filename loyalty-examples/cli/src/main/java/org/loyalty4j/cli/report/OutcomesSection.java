package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.SurveyModel.Outcome;
import org.loyalty4j.cli.report.SurveyModel.Outcomes;

/** What promoters, passives and detractors did after they had answered: what goes with a point of the score. */
final class OutcomesSection {

    private OutcomesSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.survey()
                .outcomes()
                .map(outcomes -> of(outcomes, edition))
                .orElseGet(() -> Section.missing("outcomes", edition));
    }

    private static Section of(Outcomes outcomes, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.chart(chart(outcomes, edition)));
        blocks.add(Block.table(table(outcomes, edition)));
        outcomes.point()
                .ifPresent(point -> blocks.add(Block.note(edition.text(
                        "section.outcomes.point",
                        edition.numbers().money(point.value()),
                        edition.amountBounds(point.interval()),
                        edition.level(point)))));
        outcomes.pointWithin()
                .ifPresent(point -> blocks.add(Block.note(edition.text(
                        "section.outcomes.within",
                        edition.numbers().money(point.value()),
                        edition.amountBounds(point.interval()),
                        edition.level(point)))));
        return Section.of("outcomes", edition, blocks);
    }

    private static String name(Outcome outcome, Edition edition) {
        return edition.text("nps." + outcome.voice().name().toLowerCase(Locale.ROOT));
    }

    private static Chart chart(Outcomes outcomes, Edition edition) {
        List<Whiskers.Row> rows = new ArrayList<>();
        for (Outcome outcome : outcomes.rows()) {
            edition.interval(outcome.bought())
                    .ifPresent(share -> rows.add(Whiskers.share(name(outcome, edition), share, edition)));
        }
        String summary = edition.text(
                "chart.outcomes.summary",
                edition.numbers().date(outcomes.from()),
                edition.numbers().date(outcomes.to()));
        return new Chart(
                "outcomes", "whiskers", edition.text("chart.outcomes.title"), summary, Whiskers.shares(rows), null);
    }

    private static HtmlTable table(Outcomes outcomes, Edition edition) {
        String level = edition.text("column.interval", edition.numbers().level(edition.confidence()));
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.outcomes"))
                .words(edition.text("column.group"))
                .number(edition.text("column.customers"))
                .number(edition.text("column.again"))
                .number(level)
                .number(edition.moneyColumn("column.spend"))
                .number(level)
                .number(edition.text("column.left.share"))
                .number(level);
        for (Outcome outcome : outcomes.rows()) {
            Optional<Proportion> left = outcome.left();
            table.row(
                    name(outcome, edition),
                    edition.numbers().whole(outcome.bought().trials()),
                    edition.share(outcome.bought()),
                    edition.bounds(outcome.bought()),
                    outcome.spend()
                            .map(spend -> edition.numbers().amount(spend.value()))
                            .orElse(Numbers.NONE),
                    outcome.spend()
                            .map(spend -> edition.amountBounds(spend.interval()))
                            .orElse(Numbers.NONE),
                    left.map(edition::share).orElse(Numbers.NONE),
                    left.map(edition::bounds).orElse(Numbers.NONE));
        }
        return table.build();
    }
}
