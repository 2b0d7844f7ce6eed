package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel.Segment;

/** The RFM segments: their share of customers beside their share of revenue, and their figures. */
final class SegmentsSection {

    private SegmentsSection() {}

    static Section of(ReportModel model, Edition edition) {
        List<Segment> segments = model.segments();
        if (segments.isEmpty()) {
            return Section.missing("segments", edition);
        }
        long customers = segments.stream().mapToLong(Segment::customers).sum();
        BigDecimal revenue = segments.stream().map(Segment::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        Chart chart = new Chart(
                "segments",
                "bars",
                edition.text("chart.segments.title"),
                edition.text("chart.segments.summary"),
                data(segments, customers, revenue, edition),
                null);
        return Section.of(
                "segments", edition, Block.chart(chart), Block.table(table(segments, customers, revenue, edition)));
    }

    private static Data data(List<Segment> segments, long customers, BigDecimal revenue, Edition edition) {
        List<String> names = new ArrayList<>();
        List<Double> customerShares = new ArrayList<>();
        List<Double> revenueShares = new ArrayList<>();
        List<List<String>> hints = new ArrayList<>();
        for (Segment segment : segments) {
            names.add(edition.text(segment.name()));
            customerShares.add(customers == 0 ? 0 : (double) segment.customers() / customers);
            revenueShares.add(revenue.signum() <= 0 ? 0 : Edition.ratio(segment.revenue(), revenue));
            hints.add(List.of(
                    edition.text(segment.name()),
                    edition.text(
                            "hint.customers.share",
                            edition.numbers().whole(segment.customers()),
                            edition.share(new Proportion(segment.customers(), customers))),
                    edition.text(
                            "hint.revenue.share",
                            edition.numbers().money(segment.revenue()),
                            edition.share(segment.revenue(), revenue))));
        }
        return new Data(
                names,
                List.of(
                        new Series(edition.text("series.customers"), customerShares),
                        new Series(edition.text("series.revenue"), revenueShares)),
                hints);
    }

    private static HtmlTable table(List<Segment> segments, long customers, BigDecimal revenue, Edition edition) {
        Numbers numbers = edition.numbers();
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.segments"))
                .words(edition.text("column.segment"))
                .number(edition.text("column.customers"))
                .number(edition.text("column.customers.share"))
                .number(edition.text("column.orders"))
                .number(edition.moneyColumn("column.revenue"))
                .number(edition.text("column.revenue.share"))
                .number(edition.moneyColumn("column.order"))
                .number(edition.text("column.recency"))
                .number(edition.text("column.frequency"))
                .number(edition.moneyColumn("column.monetary"));
        long orders = 0;
        for (Segment segment : segments) {
            orders += segment.orders();
            table.row(
                    edition.text(segment.name()),
                    numbers.whole(segment.customers()),
                    edition.share(new Proportion(segment.customers(), customers)),
                    numbers.whole(segment.orders()),
                    numbers.amount(segment.revenue()),
                    edition.share(segment.revenue(), revenue),
                    edition.perPiece(segment.revenue(), segment.orders()),
                    edition.plain(segment.medianRecencyDays()),
                    edition.plain(segment.medianFrequency()),
                    edition.amount(segment.medianMonetary()));
        }
        return table.total(
                        edition.text("total"),
                        numbers.whole(customers),
                        edition.share(new Proportion(customers, customers)),
                        numbers.whole(orders),
                        numbers.amount(revenue),
                        edition.share(revenue, revenue),
                        edition.perPiece(revenue, orders),
                        "",
                        "",
                        "")
                .build();
    }

    record Series(String name, List<Double> shares) {}

    record Data(List<String> names, List<Series> series, List<List<String>> hints) {}
}
