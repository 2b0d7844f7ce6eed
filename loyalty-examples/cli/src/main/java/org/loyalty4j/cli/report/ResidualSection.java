package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.Outlook.Forecast;
import org.loyalty4j.cli.report.Outlook.Residual;
import org.loyalty4j.cli.report.Outlook.Top;
import org.loyalty4j.cli.report.Outlook.ValueBin;
import org.loyalty4j.cli.report.Outlook.ValueDecile;

/** What buyers are still to bring, how unevenly, and who is to bring most. */
final class ResidualSection {

    private ResidualSection() {}

    static Section of(ReportModel model, Edition edition) {
        Optional<Forecast> forecast = model.outlook().flatMap(Outlook::forecast);
        if (forecast.isEmpty()) {
            return Section.missing("residual", edition);
        }
        return forecast.get()
                .value()
                .map(value -> of(value, forecast.get(), edition))
                .orElseGet(() -> unvalued(forecast.get(), edition));
    }

    private static Section unvalued(Forecast forecast, Edition edition) {
        String key = forecast.rateGiven() ? "section.residual.nospend" : "section.residual.missing";
        return new Section(
                "residual", edition.text("section.residual.title"), "", List.of(Block.missing(edition.text(key))));
    }

    private static Section of(Residual value, Forecast forecast, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.note(total(value, forecast, edition)));
        blocks.add(Block.halfChart(histogram(value, edition)));
        blocks.add(Block.halfChart(deciles(value, edition)));
        blocks.add(Block.table(top(value, edition)));
        blocks.add(Block.halfTable(ForecastSection.parameters(edition.text("table.spend"), value.spend(), edition)));
        blocks.add(Block.note(
                edition.text("section.residual.interval", edition.numbers().level(edition.confidence()))));
        if (value.medianSpend()) {
            blocks.add(Block.note(edition.text("section.residual.median")));
        }
        value.spendCorrelation()
                .ifPresent(rank -> blocks.add(Block.note(edition.text(
                        "section.residual.correlation", edition.numbers().fixed(rank, 2)))));
        return Section.of("residual", edition, blocks);
    }

    private static String total(Residual value, Forecast forecast, Edition edition) {
        return edition.text(
                "section.residual.total",
                edition.numbers().headline(value.total()),
                edition.length(forecast.horizon()),
                edition.numbers().level(value.margin()),
                edition.numbers().level(value.discountRate()));
    }

    private static Chart histogram(Residual value, Edition edition) {
        long total = value.bins().stream().mapToLong(ValueBin::customers).sum();
        List<String> names = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        List<List<String>> hints = new ArrayList<>();
        String title = edition.text("chart.residual.title");
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.moneyColumn("axis.residual"))
                .number(edition.text("column.buyers"))
                .number(edition.text("column.share"));
        for (ValueBin bin : value.bins()) {
            String from = edition.numbers().plain(bin.from());
            String name = bin.to().isPresent()
                    ? from + "–" + edition.numbers().plain(bin.to().getAsDouble())
                    : edition.text("bin.open", from);
            String customers = edition.numbers().whole(bin.customers());
            String share = edition.share(new Proportion(bin.customers(), total));
            names.add(name);
            counts.add(bin.customers());
            hints.add(List.of(name, edition.text("hint.customers.share", customers, share)));
            table.row(name, customers, share);
        }
        Columns data = new Columns(
                names, counts, null, hints, edition.moneyColumn("axis.residual"), edition.text("axis.customers"));
        return new Chart("residual", "columns", title, edition.text("chart.residual.summary"), data, table.build());
    }

    private static Chart deciles(Residual value, Edition edition) {
        String title = edition.text("chart.residual.deciles.title");
        List<String> names = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        List<List<String>> hints = new ArrayList<>();
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text("column.decile"))
                .number(edition.text("column.buyers"))
                .number(edition.moneyColumn("column.residual"))
                .number(edition.text("column.share"))
                .number(edition.text("column.cumulative"));
        double running = 0;
        for (ValueDecile decile : value.deciles()) {
            running += decile.value();
            double share = value.total() > 0 ? decile.value() / value.total() : 0;
            String name = edition.text("decile", decile.number());
            String amount = edition.numbers().amount(decile.value());
            names.add(name);
            shares.add(share);
            hints.add(List.of(
                    name,
                    edition.text("hint.residual", edition.numbers().money(decile.value())),
                    edition.text("hint.share", edition.numbers().percent(share))));
            table.row(
                    name,
                    edition.numbers().whole(decile.customers()),
                    amount,
                    edition.numbers().percent(share),
                    edition.numbers().percent(value.total() > 0 ? running / value.total() : 0));
        }
        SegmentsSection.Data data = new SegmentsSection.Data(
                names, List.of(new SegmentsSection.Series(edition.text("series.residual"), shares)), hints);
        return new Chart(
                "residual-deciles", "bars", title, edition.text("chart.residual.deciles.summary"), data, table.build());
    }

    private static HtmlTable top(Residual value, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.residual"))
                .words(edition.text("column.customer"))
                .number(edition.moneyColumn("column.residual"))
                .number(edition.text("column.interval", edition.numbers().level(edition.confidence())))
                .number(edition.text("column.expected"))
                .number(edition.text("column.probability.alive"));
        for (Top customer : value.top()) {
            table.row(
                    customer.customerId(),
                    edition.numbers().amount(customer.value()),
                    customer.interval().map(edition::amountBounds).orElse(Numbers.NONE),
                    edition.numbers().fixed(customer.expectedPurchases(), 1),
                    edition.numbers().percent(customer.probabilityAlive()));
        }
        return table.build();
    }
}
