package org.loyalty4j.cli.report;

import java.util.Optional;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ChurnModel.AtRisk;
import org.loyalty4j.cli.report.Findings.Finding;

/** What churn, surveys and movement say, in plain words. */
final class FurtherFindings {

    private FurtherFindings() {}

    /** What the score would be if all had answered as those who behave alike did; said only if it is another number. */
    static Optional<Finding> weightedScore(ReportModel model, Edition edition) {
        return model.survey()
                .response()
                .flatMap(response -> response.weighted().flatMap(weighted -> {
                    String score = edition.numbers().signed(weighted.score().value());
                    String raw = edition.numbers().signed(response.raw().value());
                    return score.equals(raw)
                            ? Optional.empty()
                            : Optional.of(new Finding(score, edition.text("finding.weighted", score, raw)));
                }));
    }

    /** Who rose and who fell, and how much of that is noise. */
    static Optional<Finding> movement(ReportModel model, Edition edition) {
        return model.movement()
                .flatMap(movement -> movement.noise()
                        .filter(noise -> noise.moved() > 0)
                        .map(noise -> new Finding(
                                edition.text(
                                        "finding.movement.figure",
                                        edition.numbers().whole(movement.rose()),
                                        edition.numbers().whole(movement.fell())),
                                edition.text(
                                        "finding.movement",
                                        edition.numbers().date(movement.before()),
                                        edition.texts().count("customers", movement.rose()),
                                        edition.texts().count("customers", movement.fell()),
                                        edition.texts().count("customers", noise.customers()),
                                        edition.numbers().whole(noise.moved()),
                                        edition.numbers().whole(Math.round(noise.expected()))))));
    }

    /** Who counts as lapsed, and how often that would be wrong. */
    static Optional<Finding> lapsed(ReportModel model, Edition edition) {
        return model.churn()
                .threshold()
                .flatMap(threshold -> threshold.rows().stream()
                        .filter(row -> row.days() == threshold.days())
                        .filter(row -> row.falseChurn().value().isPresent())
                        .findFirst()
                        .map(row -> {
                            Proportion lapsed = threshold.lapsed();
                            return new Finding(
                                    edition.share(lapsed),
                                    edition.text(
                                            "finding.lapsed",
                                            edition.texts().count("buyers", lapsed.trials()),
                                            edition.numbers().whole(lapsed.successes()),
                                            edition.share(lapsed),
                                            edition.numbers().whole(threshold.days()),
                                            edition.share(row.falseChurn())));
                        }));
    }

    /** How much of the value still to come is at risk, and how much of that rests on few. */
    static Optional<Finding> risk(ReportModel model, Edition edition) {
        return model.churn()
                .risk()
                .filter(risk -> risk.value() > 0 && risk.atRisk() > 0)
                .map(risk -> {
                    String share = edition.numbers().percent(risk.atRisk() / risk.value());
                    double top =
                            risk.top().stream().mapToDouble(AtRisk::valueAtRisk).sum();
                    return new Finding(
                            share,
                            edition.text(
                                    "finding.risk",
                                    share,
                                    edition.numbers().headline(risk.atRisk()),
                                    edition.texts()
                                            .count("customers", risk.top().size()),
                                    edition.numbers().percent(top / risk.atRisk())));
                });
    }
}
