package org.loyalty4j.cli.analyze;

import java.util.Collection;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.profile.BaseSummary;
import org.loyalty4j.profile.CustomerProfiler;
import org.loyalty4j.profile.LearntBase;
import org.loyalty4j.profile.LoyaltyAnalysis;
import tools.jackson.databind.node.ObjectNode;

/** {@code summary.json} of customers who were only counted: the keys and the figures of the command's, as far as counts give them. */
public final class CountedSummaryJson {
    private CountedSummaryJson() {}

    /**
     * The summary as text.
     *
     * @param inputs what became of the rows of each table, transactions first
     * @param dataReport what became of the transactions, those rejected among them
     * @param summary the aggregates
     * @param base what was learnt from the counts
     * @param profiler what made the profiles
     * @param options the options of the analysis
     * @return JSON
     */
    public static String text(
            Collection<ReadSummary> inputs,
            DataReport dataReport,
            BaseSummary summary,
            LearntBase base,
            CustomerProfiler profiler,
            AnalysisOptions options) {
        LoyaltyAnalysis analysis = profiler.reader().analysis();
        Figures figures = new Figures(options.confidence());
        ObjectNode root = Json.mapper().createObjectNode();
        BaseJson json = new BaseJson(root, figures);
        json.run(profiler.reader().asOf(), "", summary.totalSpend().scale(), analysis);
        json.data(inputs, dataReport, summary.totalSpend());
        json.rfm(profiler.cuts().rfmScale(), analysis);
        json.segments(summary.segments());
        ChurnJson.write(root.putObject("churn"), summary, base, profiler, figures);
        SurveyJson.write(root.putObject("survey"), summary, base, analysis.answers(), figures);
        QuadrantJson.write(root.putObject("quadrant"), summary, profiler, figures);
        ForecastJson.write(root, base, analysis, options.horizonGiven());
        return Json.mapper().writeValueAsString(root);
    }
}
