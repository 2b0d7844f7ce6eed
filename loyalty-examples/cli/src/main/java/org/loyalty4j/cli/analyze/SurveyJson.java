package org.loyalty4j.cli.analyze;

import java.util.Optional;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.profile.BaseSummary;
import org.loyalty4j.profile.LearntBase;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.profile.LoyaltySurvey;
import org.loyalty4j.profile.SegmentNps;
import org.loyalty4j.survey.AgeBand;
import org.loyalty4j.survey.AnswerAges;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerSelection;
import org.loyalty4j.survey.NonResponseBounds;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.NpsPeriod;
import org.loyalty4j.survey.NpsTrend;
import org.loyalty4j.survey.ResponseBias;
import org.loyalty4j.survey.ResponseTable;
import org.loyalty4j.survey.SurveyAnswers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code summary.json} on what the answers say, and whom they speak for. */
final class SurveyJson {
    private static final int[] AGE_BANDS = {90, 180, 365};

    private final Figures figures;

    private SurveyJson(Figures figures) {
        this.figures = figures;
    }

    static void write(ObjectNode node, LoyaltyReport report, Figures figures) {
        SurveyJson json = new SurveyJson(figures);
        json.answers(node, report);
        if (report.answers().respondents() > 0) {
            json.base(node, report.survey());
        }
    }

    /** Writes what counts of customers tell of the answers. */
    static void write(
            ObjectNode node, BaseSummary summary, LearntBase base, AnswerSelection selection, Figures figures) {
        SurveyJson json = new SurveyJson(figures);
        selection(node, selection);
        json.answered(node, summary.answered(), Optional.ofNullable(summary.answers()), summary.nps());
        if (summary.answers() != null) {
            json.noise(node.putObject("noise"), base.noise());
        }
    }

    private void answers(ObjectNode node, LoyaltyReport report) {
        SurveyAnswers answers = report.answers();
        selection(node, report.analysis().answers());
        node.put("responses_read", answers.read());
        node.put("responses_used", answers.used());
        node.put("responses_superseded", answers.superseded());
        node.put("responses_after_end", answers.afterAsOf());
        node.put("responses_too_old", answers.tooOld());
        node.put("respondents", answers.respondents());
        node.put("respondents_unknown", report.respondentsUnknown());
        answered(node, report.answered(), report.answerCounts(), report.nps());
    }

    private static void selection(ObjectNode node, AnswerSelection selection) {
        node.put("answer_rule", Figures.key(selection.rule()));
        selection
                .maxAgeDays()
                .ifPresentOrElse(
                        days -> node.put("max_answer_age_days", days), () -> node.putNull("max_answer_age_days"));
    }

    private void answered(ObjectNode node, Proportion share, Optional<AnswerCounts> answers, Optional<Nps> score) {
        figures.share(node.putObject("answered"), share);
        answers.ifPresent(counts -> {
            ArrayNode array = node.putArray("answers");
            counts.counts().forEach(array::add);
        });
        score.ifPresent(nps -> figures.nps(node.putObject("nps"), nps));
    }

    private void base(ObjectNode node, LoyaltySurvey survey) {
        survey.npsOfBase(figures.confidence()).ifPresent(nps -> Figures.weighted(node.putObject("nps_of_base"), nps));
        survey.npsBounds().ifPresent(bounds -> bounds(node.putObject("nps_bounds"), bounds));
        noise(node.putObject("noise"), survey.noise());
        ages(node.putObject("ages"), survey.ages());
        ArrayNode response = node.putArray("response_by_segment");
        for (ResponseTable.Row row : survey.responseBySegment().rows()) {
            ObjectNode object = response.addObject().put("segment", row.stratum());
            figures.share(object.putObject("answered"), row.rate().share());
        }
        ArrayNode bias = node.putArray("bias");
        survey.bias().forEach(row -> bias(bias.addObject(), row));
        ArrayNode segments = node.putArray("nps_by_segment");
        for (SegmentNps row : survey.npsBySegment()) {
            ObjectNode object =
                    segments.addObject().put("segment", row.segment().key());
            figures.nps(object.putObject("nps"), row.nps());
        }
        survey.trend().ifPresent(trend -> trend(node.putObject("nps_trend"), trend));
        survey.later().ifPresent(later -> LaterJson.write(node.putObject("later"), later, figures));
    }

    private static void bounds(ObjectNode node, NonResponseBounds bounds) {
        node.put("worst", bounds.worst());
        node.put("observed", bounds.observed());
        node.put("best", bounds.best());
        node.put("respondents", bounds.respondents());
        node.put("population", bounds.population());
    }

    private void noise(ObjectNode node, AnswerNoise noise) {
        node.put("estimated", noise.isEstimated());
        node.put("pairs", noise.pairs());
        Figures.model(node.putObject("sd_steps"), noise.sdSteps(), noise.sdSteps(figures.confidence()));
    }

    private void ages(ObjectNode node, AnswerAges ages) {
        Json.put(node, "median_days", ages.medianDays());
        ArrayNode bands = node.putArray("bands");
        for (AgeBand band : ages.bands(AGE_BANDS)) {
            ObjectNode row = bands.addObject();
            row.put("youngest_days", band.youngestDays());
            row.put("oldest_days", band.oldestDays());
            figures.share(row.putObject("share"), band.share());
        }
    }

    private void bias(ObjectNode node, ResponseBias bias) {
        node.put("column", bias.column());
        node.put("answered", bias.answered().customers());
        node.put("silent", bias.silent().customers());
        node.put("mean_answered", bias.answered().mean());
        node.put("mean_silent", bias.silent().mean());
        node.put("median_answered", bias.answered().median());
        node.put("median_silent", bias.silent().median());
        Figures.estimate(node.putObject("difference"), bias.difference(figures.confidence()));
        Json.put(node, "standardised_difference", bias.standardisedDifference());
    }

    private void trend(ObjectNode node, NpsTrend trend) {
        Figures.estimate(node.putObject("slope_per_year"), trend.slopePerYear(figures.confidence()));
        Json.put(node, "p_value", trend.pValue());
        Json.put(node, "departure_p_value", trend.departurePValue());
        ArrayNode periods = node.putArray("periods");
        for (NpsPeriod period : trend.periods()) {
            ObjectNode row = periods.addObject();
            row.put("first_day", period.startInclusive().toString());
            row.put("last_day", period.endExclusive().minusDays(1).toString());
            figures.nps(row.putObject("nps"), period.nps());
        }
    }
}
