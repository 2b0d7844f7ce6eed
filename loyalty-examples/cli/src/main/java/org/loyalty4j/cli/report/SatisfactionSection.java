package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.cli.report.ReportModel.TopBox;

/** Survey questions read as the share of their best answers. */
final class SatisfactionSection {

    private SatisfactionSection() {}

    static Section of(ReportModel model, Edition edition) {
        if (model.satisfaction().isEmpty()) {
            return Section.missing("satisfaction", edition);
        }
        Table.Builder table = Table.named(edition.text("section.satisfaction.title"))
                .words(edition.text("column.question"))
                .words(edition.text("column.reading"))
                .number(edition.text("column.answers"))
                .number(edition.text("column.share"))
                .number(edition.text("column.interval", edition.numbers().level(edition.confidence())))
                .number(edition.text("column.mean"))
                .number(edition.text("column.mean.interval"));
        List<Whiskers.Row> rows = new ArrayList<>();
        for (TopBox box : model.satisfaction()) {
            String question = edition.text(box.question());
            edition.interval(box.share()).ifPresent(share -> rows.add(Whiskers.share(question, share, edition)));
            table.row(
                    question,
                    edition.text(box.reading()),
                    edition.numbers().whole(box.share().trials()),
                    edition.share(box.share()),
                    edition.bounds(box.share()),
                    box.mean()
                            .map(mean -> edition.numbers().fixed(mean.value(), 2))
                            .orElse(Numbers.NONE),
                    box.mean().map(edition::numberBounds).orElse(Numbers.NONE));
        }
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(Block.chart(new Chart(
                    "satisfaction",
                    "whiskers",
                    edition.text("chart.satisfaction.title"),
                    edition.text("chart.satisfaction.summary"),
                    Whiskers.shares(rows),
                    null)));
        }
        blocks.add(Block.table(table.build()));
        return Section.of("satisfaction", edition, blocks);
    }
}
