package org.loyalty4j.cli.analyze;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Estimate;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel;
import org.loyalty4j.cli.report.SurveyModel;
import org.loyalty4j.profile.LaterBehaviour;
import org.loyalty4j.profile.LoyaltyComparison;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.profile.LoyaltySurvey;
import org.loyalty4j.survey.AgeBand;
import org.loyalty4j.survey.GroupOutcome;
import org.loyalty4j.survey.NonResponseBounds;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.NpsDifference;
import org.loyalty4j.survey.NpsGroup;
import org.loyalty4j.survey.NpsPeriod;
import org.loyalty4j.survey.NpsTrend;
import org.loyalty4j.survey.PointOfNps;
import org.loyalty4j.survey.ResponseBias;
import org.loyalty4j.survey.ResponseTable;
import org.loyalty4j.survey.SurveyAnswer;

/** Turns what the library knows of the answers into what the report shows of it. */
final class SurveyModels {
    private static final Pattern CELL = Pattern.compile("R(\\d+) F(\\d+)");
    private static final int MOST_PERIODS = 36;
    private static final int[] AGES = {30, 90, 180, 365, 730};

    private final LoyaltyReport report;
    private final LoyaltySurvey survey;
    private final Optional<LoyaltyComparison> comparison;
    private final double confidence;

    private SurveyModels(Run run) {
        this.report = run.report();
        this.survey = run.report().survey();
        this.comparison = run.comparison();
        this.confidence = run.confidence();
    }

    static SurveyModel of(Run run) {
        return new SurveyModels(run).model();
    }

    private SurveyModel model() {
        return new SurveyModel(
                survey.npsBySegment().stream()
                        .flatMap(row -> row.nps().adjustedWald(confidence).stream()
                                .map(score -> new SurveyModel.Group(
                                        row.segment().name(), row.nps().respondents(), score)))
                        .toList(),
                survey.trend().flatMap(this::trend),
                comparison.flatMap(this::change),
                survey.npsBounds().flatMap(this::response),
                survey.later().map(this::outcomes));
    }

    private Optional<SurveyModel.Trend> trend(NpsTrend trend) {
        CalendarPeriods calendar = report.churn().plan().calendar();
        List<SurveyModel.TrendPeriod> periods = new ArrayList<>();
        for (NpsPeriod period : trend.periods()) {
            period.nps()
                    .adjustedWald(confidence)
                    .ifPresent(score -> periods.add(new SurveyModel.TrendPeriod(
                            calendar.label(period.startInclusive()),
                            period.nps().respondents(),
                            score)));
        }
        return periods.size() < 2
                ? Optional.empty()
                : Optional.of(new SurveyModel.Trend(
                        ChurnModels.unit(calendar),
                        periods.size(),
                        periods.subList(Math.max(0, periods.size() - MOST_PERIODS), periods.size()),
                        trend.slopePerYear(confidence),
                        trend.pValue()));
    }

    /** The answers given since against those known before. One answer must not be on both sides, or nothing could change. */
    private Optional<SurveyModel.Change> change(LoyaltyComparison compared) {
        LocalDate earlier = compared.before().asOf();
        long[] groups = new long[NpsGroup.values().length];
        for (SurveyAnswer answer : report.answers().answers()) {
            if (answer.date().isAfter(earlier)) {
                groups[NpsGroup.of(answer.score()).ordinal()]++;
            }
        }
        Nps since = new Nps(
                groups[NpsGroup.PROMOTER.ordinal()],
                groups[NpsGroup.PASSIVE.ordinal()],
                groups[NpsGroup.DETRACTOR.ordinal()]);
        return compared.before().nps().flatMap(before -> {
            NpsDifference difference = new NpsDifference(since, before);
            Optional<Estimate> then = before.adjustedWald(confidence);
            Optional<Estimate> now = since.adjustedWald(confidence);
            Optional<Estimate> points = difference.adjustedWald(confidence);
            return then.isEmpty()
                            || now.isEmpty()
                            || points.isEmpty()
                            || difference.pValue().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SurveyModel.Change(
                            earlier,
                            then.get(),
                            now.get(),
                            points.get(),
                            difference.pValue().getAsDouble()));
        });
    }

    private Optional<SurveyModel.Response> response(NonResponseBounds bounds) {
        int bins = report.rfm().scale().bins();
        return survey.npsOfAnswers()
                .flatMap(nps -> nps.adjustedWald(confidence))
                .map(raw -> new SurveyModel.Response(
                        survey.responseByCell().overall().share(),
                        bins,
                        bins,
                        cells(),
                        survey.bias().stream()
                                .flatMap(row -> bias(row).stream())
                                .toList(),
                        raw,
                        survey.npsOfBase(confidence)
                                .map(weighted -> new SurveyModel.Weighted(
                                        weighted.estimate(),
                                        weighted.designEffect(),
                                        weighted.effectiveSampleSize(),
                                        weighted.uncovered())),
                        bounds.worst(),
                        bounds.best(),
                        survey.ages().bands(AGES).stream()
                                .map(SurveyModels::bin)
                                .toList(),
                        survey.ages().medianDays().orElseThrow()));
    }

    private List<SurveyModel.ResponseCell> cells() {
        List<SurveyModel.ResponseCell> cells = new ArrayList<>();
        for (ResponseTable.Row row : survey.responseByCell().rows()) {
            Matcher scores = CELL.matcher(row.stratum());
            if (scores.matches()) { // all but the prospects
                cells.add(new SurveyModel.ResponseCell(
                        Integer.parseInt(scores.group(1)),
                        Integer.parseInt(scores.group(2)),
                        row.rate().share()));
            }
        }
        cells.sort(Comparator.comparingInt(SurveyModel.ResponseCell::recencyScore)
                .thenComparingInt(SurveyModel.ResponseCell::frequencyScore));
        return cells;
    }

    private Optional<SurveyModel.Bias> bias(ResponseBias bias) {
        Double answered = bias.answered().mean();
        Double silent = bias.silent().mean();
        return answered == null || silent == null
                ? Optional.empty()
                : bias.difference(confidence)
                        .map(difference -> new SurveyModel.Bias(
                                name(bias.column()),
                                bias.column().equals("spend") ? ReportModel.Unit.MONEY : ReportModel.Unit.NUMBER,
                                answered,
                                silent,
                                difference,
                                bias.standardisedDifference()));
    }

    private static LocalizedText name(String column) {
        return switch (column) {
            case "purchase_days" -> new LocalizedText("Orders", "購入回数");
            case "recency_days" -> new LocalizedText("Days since the last purchase", "最終購入からの日数");
            case "spend" -> new LocalizedText("Spend so far", "これまでの購入額");
            default -> new LocalizedText(column, column);
        };
    }

    private static ReportModel.Bin bin(AgeBand band) {
        Integer oldest = band.oldestDays();
        return new ReportModel.Bin(
                band.youngestDays(),
                oldest == null ? OptionalLong.empty() : OptionalLong.of(oldest),
                band.share().successes());
    }

    private SurveyModel.Outcomes outcomes(LaterBehaviour later) {
        return new SurveyModel.Outcomes(
                later.answeredUntil().plusDays(1),
                later.observedUntil(),
                later.outcomes().rows().stream()
                        .filter(row -> row.customers() > 0)
                        .map(this::outcome)
                        .toList(),
                Optional.ofNullable(PointOfNps.of(later.outcomes(), confidence).value()),
                Optional.ofNullable(later.pointWithinCells().value()));
    }

    private SurveyModel.Outcome outcome(GroupOutcome row) {
        Proportion left = row.churned();
        return new SurveyModel.Outcome(
                voice(row),
                row.repeated(),
                row.value().mean(confidence),
                left.trials() == 0 ? Optional.empty() : Optional.of(left));
    }

    private static SurveyModel.Voice voice(GroupOutcome row) {
        NpsGroup group = row.group();
        if (group == null) {
            return SurveyModel.Voice.SILENT;
        }
        return switch (group) {
            case PROMOTER -> SurveyModel.Voice.PROMOTERS;
            case PASSIVE -> SurveyModel.Voice.PASSIVES;
            case DETRACTOR -> SurveyModel.Voice.DETRACTORS;
        };
    }
}
