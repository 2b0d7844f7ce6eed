package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel.ChurnRate;
import org.loyalty4j.cli.report.ReportModel.Contract;
import org.loyalty4j.cli.report.ReportModel.Silence;

/** Who comes back, who has gone quiet, and, where leave dates are known, who has left. */
final class ChurnSection {

    private ChurnSection() {}

    static Section of(ReportModel model, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        Proportion repeat = model.keyFigures().repeatBuyers();
        edition.interval(repeat)
                .ifPresent(share -> blocks.add(Block.note(edition.text(
                        "section.churn.repeat",
                        edition.numbers().whole(repeat.successes()),
                        edition.texts().count("buyers", repeat.trials()),
                        edition.share(repeat),
                        edition.shareBounds(share),
                        edition.level(share)))));
        if (!model.silence().isEmpty()) {
            HtmlTable table = silence(model.silence(), edition);
            if (model.silence().size() > 1) {
                blocks.add(Block.halfChart(curve(model.silence(), edition)));
                blocks.add(Block.halfTable(table));
            } else {
                blocks.add(Block.table(table));
            }
        }
        Optional<Contract> contract = model.contract();
        if (contract.isPresent()) {
            contract(contract.get(), edition, blocks);
        } else {
            blocks.add(Block.missing(edition.text("section.churn.missing")));
        }
        return Section.of("churn", edition, blocks);
    }

    private static Chart curve(List<Silence> silence, Edition edition) {
        List<Curve.Step> steps = new ArrayList<>();
        for (Silence step : silence) {
            Optional<Estimate> share = edition.interval(step.silent());
            share.ifPresent(estimate -> steps.add(new Curve.Step(
                    step.days(),
                    estimate.value(),
                    List.of(
                            edition.text("hint.silence", edition.numbers().whole(step.days())),
                            edition.text(
                                    "hint.customers.share",
                                    edition.numbers().whole(step.silent().successes()),
                                    edition.share(step.silent()))))));
        }
        return new Chart(
                "silence",
                "curve",
                edition.text("chart.silence.title"),
                edition.text("chart.silence.summary"),
                Curve.shares(steps, edition.text("axis.silence.x"), edition.text("axis.silence.y")),
                null);
    }

    private static HtmlTable silence(List<Silence> silence, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.silence"))
                .words(edition.text("column.silence"))
                .number(edition.text("column.buyers"))
                .number(edition.text("column.share"))
                .number(edition.text("column.interval", edition.numbers().level(edition.confidence())));
        for (Silence step : silence) {
            table.row(
                    edition.text("silence.days", edition.numbers().whole(step.days())),
                    edition.numbers().whole(step.silent().successes()),
                    edition.share(step.silent()),
                    edition.bounds(step.silent()));
        }
        return table.build();
    }

    private static void contract(Contract contract, Edition edition, List<Block> blocks) {
        Numbers numbers = edition.numbers();
        String title = edition.text(
                "chart.churn.title",
                numbers.date(contract.period().first()),
                numbers.date(contract.period().last()));
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.churn"))
                .words(edition.text("column.denominator"))
                .number(edition.text("column.leavers"))
                .number(edition.text("column.base"))
                .number(edition.text("column.churn"))
                .number(edition.text("column.interval", numbers.level(edition.confidence())));
        List<Whiskers.Row> rows = new ArrayList<>();
        for (ChurnRate rate : contract.rates()) {
            String name = edition.text(rate.denominator());
            rate.rate().ifPresent(churn -> rows.add(Whiskers.share(name, churn, edition)));
            table.row(
                    name,
                    numbers.plain(rate.leavers()),
                    numbers.plain(rate.base()),
                    rate.rate().map(churn -> numbers.percent(churn.value())).orElse(Numbers.NONE),
                    rate.rate().map(edition::shareBounds).orElse(Numbers.NONE));
        }
        if (!rows.isEmpty()) {
            blocks.add(Block.chart(new Chart(
                    "churn", "whiskers", title, edition.text("chart.churn.summary"), Whiskers.shares(rows), null)));
        }
        blocks.add(Block.table(table.build()));
    }
}
