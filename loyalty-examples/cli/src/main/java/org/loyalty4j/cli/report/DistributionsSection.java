package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel.Bin;
import org.loyalty4j.cli.report.ReportModel.Histogram;

/** How long ago and how often buyers bought. */
final class DistributionsSection {

    private DistributionsSection() {}

    static Section of(ReportModel model, Edition edition) {
        if (model.keyFigures().buyers() == 0) {
            return Section.missing("distributions", edition);
        }
        return Section.of(
                "distributions",
                edition,
                Block.halfChart(chart("recency", model.recencyDays(), edition)),
                Block.halfChart(chart("frequency", model.frequency(), edition)));
    }

    private static Chart chart(String id, Histogram histogram, Edition edition) {
        long total = histogram.bins().stream().mapToLong(Bin::customers).sum();
        List<String> names = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        List<List<String>> hints = new ArrayList<>();
        HtmlTable.Builder table = HtmlTable.named(edition.text("chart." + id + ".title"))
                .words(edition.text("axis." + id))
                .number(edition.text("column.customers"))
                .number(edition.text("column.share"));
        for (Bin bin : histogram.bins()) {
            String name = name(bin, edition);
            String customers = edition.numbers().whole(bin.customers());
            String share = edition.share(new Proportion(bin.customers(), total));
            names.add(name);
            counts.add(bin.customers());
            hints.add(
                    List.of(edition.text("hint." + id, name), edition.text("hint.customers.share", customers, share)));
            table.row(name, customers, share);
        }
        Columns data =
                new Columns(names, counts, null, hints, edition.text("axis." + id), edition.text("axis.customers"));
        return new Chart(
                id,
                "columns",
                edition.text("chart." + id + ".title"),
                edition.text("chart." + id + ".summary", edition.plain(histogram.median())),
                data,
                table.build());
    }

    private static String name(Bin bin, Edition edition) {
        String from = edition.numbers().whole(bin.from());
        if (bin.to().isEmpty()) {
            return edition.text("bin.open", from);
        }
        long to = bin.to().getAsLong();
        return to == bin.from() ? from : from + "–" + edition.numbers().whole(to);
    }
}
