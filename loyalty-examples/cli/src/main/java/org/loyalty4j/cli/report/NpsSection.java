package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel.Nps;

/** The Net Promoter Score: who answered what, and how well the score is known. */
final class NpsSection {

    private NpsSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.nps().map(nps -> of(nps, edition)).orElseGet(() -> Section.missing("nps", edition));
    }

    private static Section of(Nps nps, Edition edition) {
        return Section.of(
                "nps",
                edition,
                Block.halfChart(score(nps, edition)),
                Block.tallChart(answers(nps, edition)),
                Block.halfChart(groups(nps, edition)),
                Block.note(edition.text(
                        "section.nps.note",
                        edition.numbers().whole(nps.answered().successes()),
                        edition.texts().count("customers", nps.answered().trials()),
                        edition.share(nps.answered()))));
    }

    private static Chart score(Nps nps, Edition edition) {
        String summary = edition.text(
                "chart.score.summary",
                edition.numbers().signed(nps.score().value()),
                edition.scoreBounds(nps.score()),
                edition.level(nps.score()));
        return new Chart(
                "nps-score",
                "whiskers",
                edition.text("chart.score.title"),
                summary,
                Whiskers.score(edition.text("column.nps"), nps.score(), edition),
                null);
    }

    private static Chart groups(Nps nps, Edition edition) {
        List<Part> parts = List.of(
                part("detractors", nps.detractors(), nps.total(), edition),
                part("passives", nps.passives(), nps.total(), edition),
                part("promoters", nps.promoters(), nps.total(), edition));
        HtmlTable.Builder table = HtmlTable.named(edition.text("chart.groups.title"))
                .words(edition.text("column.group"))
                .number(edition.text("column.answers"))
                .number(edition.text("column.share"))
                .number(edition.text("column.interval", edition.numbers().level(edition.confidence())));
        for (Part part : parts) {
            Proportion share = new Proportion(part.count(), nps.total());
            table.row(part.name(), edition.numbers().whole(part.count()), edition.share(share), edition.bounds(share));
        }
        String summary = edition.text(
                "chart.groups.summary",
                edition.numbers().whole(nps.detractors()),
                edition.numbers().whole(nps.passives()),
                edition.numbers().whole(nps.promoters()));
        return new Chart(
                "nps-groups", "stack", edition.text("chart.groups.title"), summary, new Stack(parts), table.build());
    }

    private static Part part(String group, long count, long total, Edition edition) {
        String name = edition.text("nps." + group);
        String share = edition.share(new Proportion(count, total));
        String number = edition.numbers().whole(count);
        return new Part(group, name, count, number, List.of(name, edition.text("hint.answers.share", number, share)));
    }

    private static Chart answers(Nps nps, Edition edition) {
        List<String> names = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<List<String>> hints = new ArrayList<>();
        HtmlTable.Builder table = HtmlTable.named(edition.text("chart.answers.title"))
                .words(edition.text("column.answer"))
                .number(edition.text("column.answers"))
                .number(edition.text("column.share"));
        for (int answer = 0; answer <= 10; answer++) {
            long count = nps.answers().get(answer);
            String number = edition.numbers().whole(count);
            String share = edition.share(new Proportion(count, nps.total()));
            names.add(Integer.toString(answer));
            groups.add(answer <= 6 ? "detractors" : answer <= 8 ? "passives" : "promoters");
            hints.add(List.of(edition.text("hint.answer", answer), edition.text("hint.answers.share", number, share)));
            table.row(Integer.toString(answer), number, share);
        }
        Columns data = new Columns(
                names, nps.answers(), groups, hints, edition.text("axis.answer"), edition.text("axis.answers"));
        return new Chart(
                "nps-answers",
                "columns",
                edition.text("chart.answers.title"),
                edition.text("chart.answers.summary"),
                data,
                table.build());
    }

    record Part(String group, String name, long count, String label, List<String> hint) {}

    record Stack(List<Part> parts) {}
}
