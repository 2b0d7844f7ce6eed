package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What to do next, by quadrant and segment. */
final class NextActionsSection {

    private static final int ROWS = 15;

    private NextActionsSection() {}

    static Section of(ReportModel model, Edition edition) {
        if (model.nextActions().isEmpty()) {
            return Section.missing("actions", edition);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.table(table(model, edition)));
        int more = model.nextActions().size() - ROWS;
        blocks.add(Block.note(
                more > 0 ? edition.text("section.actions.more", ROWS, more) : edition.text("section.actions.all")));
        return Section.of("actions", edition, blocks);
    }

    private static HtmlTable table(ReportModel model, Edition edition) {
        BigDecimal revenue = model.keyFigures().revenue();
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.actions"))
                .words(edition.text("column.quadrant"))
                .names(edition.text("column.segment"))
                .number(edition.text("column.customers"))
                .number(edition.text("column.revenue.share"))
                .words(edition.text("column.action"))
                .words(edition.text("column.reason"));
        model.nextActions().stream()
                .limit(ROWS)
                .forEach(next -> table.row(
                        edition.text(next.quadrant()),
                        edition.text(next.segment()),
                        edition.numbers().whole(next.customers()),
                        edition.share(next.revenue(), revenue),
                        edition.text(next.action()),
                        edition.text(next.reason())));
        return table.build();
    }
}
