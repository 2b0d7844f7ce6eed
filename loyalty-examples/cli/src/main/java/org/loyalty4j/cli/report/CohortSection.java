package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Cohorts by age: who is still a customer, and who still buys; the two are never mixed. */
final class CohortSection {

    private CohortSection() {}

    static Section of(ReportModel model, Edition edition) {
        ChurnModel churn = model.churn();
        List<Block> blocks = new ArrayList<>();
        churn.contract()
                .ifPresentOrElse(
                        triangle -> blocks.add(Block.chart(TriangleChart.of("contract", triangle, edition))),
                        () -> blocks.add(Block.missing(edition.text("section.cohorts.missing"))));
        churn.purchases()
                .ifPresent(triangle -> blocks.add(Block.chart(TriangleChart.of("purchases", triangle, edition))));
        return Section.of("cohorts", edition, blocks);
    }
}
