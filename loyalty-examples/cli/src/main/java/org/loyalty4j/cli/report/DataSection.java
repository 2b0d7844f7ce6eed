package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel.DataQuality;
import org.loyalty4j.cli.report.ReportModel.Fate;
import org.loyalty4j.cli.report.ReportModel.Input;

/** What became of every row: the rows of each table add up to its total. */
final class DataSection {

    private DataSection() {}

    static Section of(ReportModel model, Edition edition) {
        DataQuality data = model.data();
        List<Block> blocks = new ArrayList<>();
        if (!data.warnings().isEmpty()) {
            blocks.add(
                    Block.warnings(data.warnings().stream().map(edition::text).toList()));
        }
        for (Input input : data.inputs()) {
            HtmlTable table = table(input, edition);
            blocks.add(data.inputs().size() > 1 ? Block.halfTable(table) : Block.table(table));
        }
        return Section.of("data", edition, blocks);
    }

    private static HtmlTable table(Input input, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(edition.text(input.name()))
                .words(edition.text("column.fate"))
                .number(edition.text("column.rows"))
                .number(edition.text("column.share"));
        for (Fate fate : input.fates()) {
            String[] row = {
                edition.text(fate.label()),
                edition.numbers().whole(fate.rows()),
                edition.share(new Proportion(fate.rows(), input.rowsRead()))
            };
            if (fate.rejected()) {
                table.apart(row);
            } else {
                table.row(row);
            }
        }
        return table.total(
                        edition.text("rows.read"),
                        edition.numbers().whole(input.rowsRead()),
                        edition.share(new Proportion(input.rowsRead(), input.rowsRead())))
                .build();
    }
}
