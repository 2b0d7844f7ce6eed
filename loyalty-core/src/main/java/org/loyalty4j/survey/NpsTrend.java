package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Tails;

/**
 * The Net Promoter Score period by period, and whether it rises or falls.
 *
 * <p>Periods without an answer are in the list and say nothing about the trend. The answers of different periods are taken to be
 * independent; if the same customers answer again and again, the trend is surer than its interval says as far as it is a change of
 * each customer.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the periods overlap or are not in order, or a count is negative.
 *
 * @param periods the scores in order of time
 * @param superseded responses passed over because their customer answered again in the same period, in [0, inf)
 * @param afterAsOf responses after the last day observed, in [0, inf)
 */
public record NpsTrend(List<NpsPeriod> periods, long superseded, long afterAsOf) implements Serializable {
    private static final double SHOWN_CONFIDENCE = 0.95;
    private static final double ROUNDING = 1e-12;

    public NpsTrend {
        periods = List.copyOf(Objects.requireNonNull(periods, "periods"));
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i).startInclusive().isBefore(periods.get(i - 1).endExclusive())) {
                throw new IllegalArgumentException("periods must follow each other, but periods[" + i + "] starts on "
                        + periods.get(i).startInclusive() + " before "
                        + periods.get(i - 1).endExclusive());
            }
        }
        Checks.notNegative(superseded, "superseded");
        Checks.notNegative(afterAsOf, "afterAsOf");
    }

    /**
     * The trend of scores already counted.
     *
     * @param periods the scores in order of time
     * @return the trend
     * @throws IllegalArgumentException if the periods overlap or are not in order
     */
    public static NpsTrend of(List<NpsPeriod> periods) {
        return new NpsTrend(periods, 0, 0);
    }

    /**
     * The scores of the periods of a calendar, from that of the first response to that of {@code asOf}.
     *
     * <p>In each period the latest answer of each customer counts; on one day, the lowest. The last period ends with {@code asOf}.
     *
     * @param responses responses to the Net Promoter question, on 0..10, in any order
     * @param calendar the periods
     * @param asOf the last day observed; responses after it are left out and counted
     * @return the trend; without periods if there are no responses
     * @throws IllegalArgumentException if a response is not on 0..10
     */
    public static NpsTrend of(List<SurveyResponse> responses, CalendarPeriods calendar, LocalDate asOf) {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(asOf, "asOf");
        Map<LocalDate, Map<String, SurveyResponse>> byStart = new TreeMap<>();
        long index = 0;
        long after = 0;
        long superseded = 0;
        for (SurveyResponse response : responses) {
            AnswerSelection.requireOnScale(response, Scale.NPS, index++);
            if (response.date().isAfter(asOf)) {
                after++;
                continue;
            }
            Map<String, SurveyResponse> ofPeriod =
                    byStart.computeIfAbsent(calendar.startOf(response.date()), start -> new HashMap<>());
            SurveyResponse other = ofPeriod.put(response.customerId(), response);
            if (other != null) {
                superseded++;
                if (supersedes(other, response)) {
                    ofPeriod.put(response.customerId(), other);
                }
            }
        }
        List<NpsPeriod> periods = new ArrayList<>();
        if (!byStart.isEmpty()) {
            LocalDate day = byStart.keySet().iterator().next();
            while (!day.isAfter(asOf)) {
                LocalDate next = calendar.next(day);
                LocalDate end = next.isAfter(asOf) ? asOf.plusDays(1) : next;
                periods.add(new NpsPeriod(
                        day, end, nps(byStart.getOrDefault(day, Map.of()).values())));
                day = next;
            }
        }
        return new NpsTrend(periods, superseded, after);
    }

    private static boolean supersedes(SurveyResponse one, SurveyResponse other) {
        int order = one.date().compareTo(other.date());
        return order > 0 || (order == 0 && one.score() < other.score());
    }

    private static Nps nps(Collection<SurveyResponse> latest) {
        long[] counts = new long[NpsGroup.values().length];
        latest.forEach(response -> counts[NpsGroup.of(response.score()).ordinal()]++);
        return new Nps(
                counts[NpsGroup.PROMOTER.ordinal()],
                counts[NpsGroup.PASSIVE.ordinal()],
                counts[NpsGroup.DETRACTOR.ordinal()]);
    }

    /**
     * The change from each period to the next.
     *
     * @return one difference fewer than there are periods, in order of time
     */
    public List<NpsDifference> changes() {
        List<NpsDifference> changes = new ArrayList<>();
        for (int i = 1; i < periods.size(); i++) {
            changes.add(
                    new NpsDifference(periods.get(i).nps(), periods.get(i - 1).nps()));
        }
        return List.copyOf(changes);
    }

    /**
     * By how many points the score rises in a year, as a straight line through the answers.
     *
     * <pre>{@code
     * slope = sum(n (t - t') s) / sum(n (t - t')^2),   variance = sum((n (t - t'))^2 v) / sum(n (t - t')^2)^2
     * }</pre>
     *
     * <p>where n, s and t are the answers, the score and the middle of a period in years, t' the mean of t over the answers, and v
     * the variance of s after 3/m answers are added to each of the m periods, as for {@link NpsDifference}. The interval is centred
     * on the slope of the adjusted scores. With fewer than about five answers a period it is too narrow, for the variance of a period
     * by itself then says little: take longer periods. It holds for sampling error: where the score goes up and down by more than that
     * ({@link #departurePValue}), it is too narrow.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return points a year and their interval; empty with fewer than two periods that have answers
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1016/S0167-9473(03)00007-0">Price and Bonett (2004)</a>
     */
    public Optional<Estimate> slopePerYear(double confidence) {
        Checks.confidence(confidence);
        return slope().map(slope -> slope.estimate(confidence, -Double.MAX_VALUE, Double.MAX_VALUE));
    }

    /**
     * The p-value of the test that there is no linear trend.
     *
     * <pre>{@code P(chi-squared with 1 degree of freedom > slope^2 / variance) }</pre>
     *
     * @return how likely a slope at least as steep is by chance, in [0, 1]; empty with fewer than two periods that have answers
     * @see <a href="https://doi.org/10.2307/3001775">Armitage (1955)</a>
     */
    public OptionalDouble pValue() {
        return slope().map(slope -> OptionalDouble.of(slope.pValue())).orElseGet(OptionalDouble::empty);
    }

    private Optional<NpsContrast> slope() {
        List<NpsPeriod> answered = answered();
        double answers = 0;
        double sum = 0;
        for (NpsPeriod period : answered) {
            answers += period.nps().respondents();
            sum += period.nps().respondents() * period.middle();
        }
        if (answered.size() < 2) {
            return Optional.empty();
        }
        double[] factors = new double[answered.size()];
        double squares = 0;
        for (int i = 0; i < factors.length; i++) {
            double n = answered.get(i).nps().respondents();
            double away = answered.get(i).middle() - sum / answers;
            factors[i] = n * away;
            squares += n * away * away;
        }
        for (int i = 0; i < factors.length; i++) {
            factors[i] /= squares;
        }
        return Optional.of(NpsContrast.of(answered.stream().map(NpsPeriod::nps).toList(), factors));
    }

    /**
     * The p-value of the test that the scores differ from a straight line by sampling error only.
     *
     * <pre>{@code P(chi-squared with m - 2 degrees of freedom > (N - 2) D / (D + W)),   D = sum(n (s - line)^2) }</pre>
     *
     * <p>with the scores s of N answers in all, none added, the line through them by least squares with the weights n, and W the squared
     * distances of the answers, 100, 0 or -100, from the score of their period. The variance is thus that of all answers about the
     * line: that of a period by itself vanishes where a few answers happen to agree. A small value says that there is more than a
     * line: a season, an event, or a change in who was asked. With one answer a period nothing can show.
     *
     * @return how likely a departure at least as large is by chance, in [0, 1]; 1 if all answers lie on the line; empty with fewer
     *     than three periods that have answers
     * @see <a href="https://doi.org/10.2307/3001775">Armitage (1955)</a>
     */
    public OptionalDouble departurePValue() {
        List<NpsPeriod> answered = answered();
        if (answered.size() < 3) {
            return OptionalDouble.empty();
        }
        double n = 0;
        double nt = 0;
        double ns = 0;
        for (NpsPeriod period : answered) {
            double answers = period.nps().respondents();
            n += answers;
            nt += answers * period.middle();
            ns += answers * period.nps().adjustedNet(0);
        }
        double tt = 0;
        double ts = 0;
        double ss = 0;
        double within = 0;
        for (NpsPeriod period : answered) {
            double answers = period.nps().respondents();
            double t = period.middle() - nt / n;
            double s = period.nps().adjustedNet(0) - ns / n;
            tt += answers * t * t;
            ts += answers * t * s;
            ss += answers * s * s;
            within += answers * answers * period.nps().adjustedVariance(0);
        }
        double departure = ss - ts * ts / tt;
        return OptionalDouble.of(
                departure <= ROUNDING * ss
                        ? 1
                        : Tails.chiSquared((n - 2) * departure / (departure + within), answered.size() - 2.0));
    }

    private List<NpsPeriod> answered() {
        return periods.stream().filter(period -> period.nps().respondents() > 0).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-10s  %-10s  %7s  %6s  %s", "from", "to", "answers", "NPS", "95 % interval"));
        for (NpsPeriod period : periods) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%-10s  %-10s  %7d  %s",
                    period.startInclusive(),
                    period.endExclusive().minusDays(1),
                    period.nps().respondents(),
                    period.nps().tango(SHOWN_CONFIDENCE).map(NpsTrend::shown).orElse("     -")));
        }
        return text.append(slopePerYear(SHOWN_CONFIDENCE)
                        .map(slope -> "\nslope a year " + shown(slope).strip()
                                + String.format(Locale.ROOT, ", p %.4f", pValue().orElseThrow()))
                        .orElse("\nno slope"))
                .toString();
    }

    private static String shown(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%6.1f  [%.1f, %.1f]",
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper());
    }
}
