package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ChurnModel.Agreement;
import org.loyalty4j.cli.report.ChurnModel.Threshold;
import org.loyalty4j.cli.report.ChurnModel.ThresholdRow;

/** After how long a silence a buyer counts as lapsed, and how often that is wrong. */
final class ThresholdSection {

    private ThresholdSection() {}

    static Section of(ReportModel model, Edition edition) {
        Optional<Threshold> threshold = model.churn().threshold();
        if (threshold.isEmpty()) {
            return Section.missing("threshold", edition);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.note(chosen(threshold.get(), edition)));
        for (LocalizedText warning : threshold.get().warnings()) {
            blocks.add(Block.note(edition.text("section.threshold.warning", edition.text(warning))));
        }
        if (threshold.get().rows().size() > 1) {
            blocks.add(Block.chart(chart(threshold.get(), edition)));
        }
        model.churn().agreement().ifPresent(agreement -> {
            blocks.add(Block.halfTable(table(agreement, edition)));
            blocks.add(Block.halfNote(words(agreement, edition)));
        });
        return Section.of("threshold", edition, blocks);
    }

    private static String chosen(Threshold threshold, Edition edition) {
        Numbers numbers = edition.numbers();
        String how = !threshold.estimated() ? "given" : threshold.reached() ? "estimated" : "unreached";
        return edition.text(
                "section.threshold." + how,
                numbers.whole(threshold.days()),
                numbers.level(threshold.target()),
                edition.texts().count("buyers", threshold.lapsed().trials()),
                numbers.whole(threshold.lapsed().successes()),
                edition.share(threshold.lapsed()),
                edition.bounds(threshold.lapsed()),
                numbers.level(edition.confidence()));
    }

    private static Chart chart(Threshold threshold, Edition edition) {
        Numbers numbers = edition.numbers();
        String level = edition.text("column.interval", numbers.level(edition.confidence()));
        String title = edition.text("chart.threshold.title");
        String falseName = edition.text("series.false");
        String missedName = edition.text("series.missed");
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text("column.threshold"))
                .number(edition.text("column.called"))
                .number(falseName)
                .number(level)
                .number(missedName)
                .number(level);
        List<Curve.Step> wrong = new ArrayList<>();
        List<Curve.Step> missed = new ArrayList<>();
        for (ThresholdRow row : threshold.rows()) {
            String days = edition.text("silence.days", numbers.whole(row.days()));
            step(row, falseName, row.falseChurn(), edition).ifPresent(wrong::add);
            step(row, missedName, row.missed(), edition).ifPresent(missed::add);
            table.row(
                    days,
                    numbers.whole(row.falseChurn().trials()),
                    edition.share(row.falseChurn()),
                    edition.bounds(row.falseChurn()),
                    edition.share(row.missed()),
                    edition.bounds(row.missed()));
        }
        Curve data = new Curve(
                List.of(new Curve.Line(falseName, wrong), new Curve.Line(missedName, missed)),
                new Curve.Mark(threshold.days(), edition.text("silence.days", numbers.whole(threshold.days()))),
                false,
                true,
                edition.text("axis.threshold"),
                edition.text("axis.silence.y"));
        String summary = edition.text(
                "chart.threshold.summary",
                numbers.date(threshold.calibrationEnd()),
                numbers.date(threshold.holdoutEnd()));
        return new Chart("threshold", "curve", title, summary, data, table.build());
    }

    private static Optional<Curve.Step> step(ThresholdRow row, String name, Proportion share, Edition edition) {
        return edition.interval(share)
                .map(estimate -> new Curve.Step(
                        row.days(),
                        estimate.value(),
                        List.of(
                                edition.text("hint.silence", edition.numbers().whole(row.days())),
                                edition.text("hint.named", name, edition.share(share)),
                                edition.text(
                                        "hint.interval", edition.level(estimate), edition.shareBounds(estimate)))));
    }

    private static HtmlTable table(Agreement agreement, Edition edition) {
        Numbers numbers = edition.numbers();
        return HtmlTable.named(edition.text("table.agreement"))
                .words("")
                .number(edition.text("agreement.model.gone"))
                .number(edition.text("agreement.model.there"))
                .row(
                        edition.text("agreement.silent.gone"),
                        numbers.whole(agreement.both()),
                        numbers.whole(agreement.silenceOnly()))
                .row(
                        edition.text("agreement.silent.there"),
                        numbers.whole(agreement.modelOnly()),
                        numbers.whole(agreement.neither()))
                .build();
    }

    private static String words(Agreement agreement, Edition edition) {
        Proportion agreeing = agreement.agreeing();
        String share = edition.text(
                "section.threshold.agreement",
                edition.share(agreeing),
                edition.texts().count("buyers", agreeing.trials()),
                edition.numbers().level(agreement.cut()));
        Optional<Estimate> kappa = agreement.kappa();
        return kappa.isEmpty()
                ? share
                : edition.sentences(
                        share,
                        edition.text(
                                "section.threshold.kappa",
                                edition.numbers().fixed(kappa.get().value(), 2),
                                edition.fixedBounds(kappa.get().interval(), 2),
                                edition.level(kappa.get())));
    }
}
