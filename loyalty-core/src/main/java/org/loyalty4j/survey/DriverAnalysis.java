package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;

/**
 * Which items go with an outcome, such as the Net Promoter question: the importance-performance table.
 *
 * <p>Importance is derived, not asked: the rank correlation of the item with the outcome over the customers who answered both. It
 * is an association. Items that go together share it, and what moves with the outcome need not move it.
 *
 * @param outcome the name of the outcome
 * @param rows the items, the most important first, those without an importance last; of equal ones by name
 * @param skipped the names of items that nobody answered together with the outcome
 * @param confidence the confidence level of the intervals, in (0, 1)
 */
public record DriverAnalysis(String outcome, List<DriverRow> rows, List<String> skipped, double confidence)
        implements Serializable {
    private static final double SATISFIED_PERCENT = 75;
    private static final double LAST = -2;

    public DriverAnalysis {
        Checks.notBlank(outcome, "outcome");
        rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
        skipped = List.copyOf(Objects.requireNonNull(skipped, "skipped"));
        Checks.confidence(confidence);
    }

    /**
     * Sets each item against the outcome.
     *
     * <pre>{@code
     * importance  = r, Spearman's rank correlation with ties at mid-ranks, and
     *               tanh(atanh(r) -+ z sqrt(v)),  v = the larger of (1 + r^2 / 2) / (n - 3) and the delta method's
     * performance = mean of the item in percent of maximum possible, as in AnswerCounts.meanOnScale
     * }</pre>
     *
     * <p>An item does well if it reaches the mean of the items, and is important if it reaches their mean and goes with the outcome
     * at all: an importance of 0 or below never counts. The interval of the importance is that of Bonett
     * and Wright, whose variance is too small where nearly all customers give the same answer; the variance by the delta method,
     * from what each customer contributes, is taken if it is larger. With few customers of whom nearly all answer alike it still
     * covers less than it says.
     *
     * @param outcome what may be driven, on any scale; a score of NPS, CSAT or an index
     * @param items at least one item
     * @param confidence the confidence level of the intervals, in (0, 1)
     * @return the table
     * @throws IllegalArgumentException if there are no items, two have the same name, or confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1007/BF02294183">Bonett and Wright (2000)</a>
     * @see <a href="https://doi.org/10.1214/aoms/1177730196">Hoeffding (1948)</a>
     * @see <a href="https://doi.org/10.1177/002224297704100112">Martilla and James (1977)</a>
     */
    public static DriverAnalysis of(SurveyItem outcome, List<SurveyItem> items, double confidence) {
        Objects.requireNonNull(outcome, "outcome");
        List<SurveyItem> all = List.copyOf(Objects.requireNonNull(items, "items"));
        Checks.confidence(confidence);
        Checks.positive((long) all.size(), "items.size");
        Set<String> names = new HashSet<>();
        List<DriverRow> rows = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!names.add(all.get(i).name())) {
                throw new IllegalArgumentException("items[" + i + "].name must be unique, but was "
                        + all.get(i).name());
            }
            DriverRow row = row(outcome, all.get(i), confidence);
            if (row == null) {
                skipped.add(all.get(i).name());
            } else {
                rows.add(row);
            }
        }
        List<DriverRow> placed = new ArrayList<>(place(rows));
        placed.sort(
                Comparator.comparingDouble((DriverRow row) -> -row.importance().orElse(LAST))
                        .thenComparing(DriverRow::name));
        return new DriverAnalysis(outcome.name(), placed, skipped, confidence);
    }

    private static @Nullable DriverRow row(SurveyItem outcome, SurveyItem item, double confidence) {
        List<SurveyAnswer> xs = item.answers().answers();
        double[] x = new double[xs.size()];
        double[] y = new double[xs.size()];
        boolean nps = outcome.answers().scale().equals(Scale.NPS) && !outcome.reversed();
        long[][] groups = new long[2][11];
        int n = 0;
        long satisfied = 0;
        for (SurveyAnswer answer : xs) {
            SurveyAnswer other = outcome.answers().answerOf(answer.customerId()).orElse(null);
            if (other == null) {
                continue;
            }
            x[n] = item.percent(answer);
            y[n] = outcome.percent(other);
            int group = x[n] >= SATISFIED_PERCENT ? 1 : 0;
            satisfied += group;
            nps &= other.score() == Math.rint(other.score());
            if (nps) {
                groups[group][(int) other.score()]++;
            }
            n++;
        }
        if (n == 0) {
            return null;
        }
        double[] items = Arrays.copyOf(x, n);
        double[] outcomes = Arrays.copyOf(y, n);
        OptionalDouble importance =
                n < RankCorrelation.LEAST ? OptionalDouble.empty() : RankCorrelation.of(items, outcomes);
        return new DriverRow(
                item.name(),
                new Proportion(satisfied, n),
                BoundedMean.ofPercents(items, confidence).orElseThrow(),
                importance.isPresent() ? importance.getAsDouble() : null,
                RankCorrelation.of(items, outcomes, confidence)
                        .map(Estimate::interval)
                        .orElse(null),
                null,
                nps
                        ? new NpsDifference(
                                Nps.of(AnswerCounts.of(Scale.NPS, groups[1])),
                                Nps.of(AnswerCounts.of(Scale.NPS, groups[0])))
                        : null);
    }

    private static List<DriverRow> place(List<DriverRow> rows) {
        OptionalDouble importanceLine = line(rows, true);
        OptionalDouble performanceLine = line(rows, false);
        return rows.stream()
                .map(row -> {
                    Double importance = row.importanceOrNull();
                    return importance == null
                            ? row
                            : new DriverRow(
                                    row.name(),
                                    row.satisfied(),
                                    row.performance(),
                                    importance,
                                    row.importanceIntervalOrNull(),
                                    DriverQuadrant.of(
                                            importance > 0 && importance >= importanceLine.orElseThrow(),
                                            row.performance().value() >= performanceLine.orElseThrow()),
                                    row.npsGapOrNull());
                })
                .toList();
    }

    /** The mean over the items that have an importance, added up in order of size so that the order of the items is no matter. */
    private static OptionalDouble line(List<DriverRow> rows, boolean ofImportance) {
        return rows.stream()
                .filter(row -> row.importanceOrNull() != null)
                .mapToDouble(row -> ofImportance
                        ? row.importance().orElseThrow()
                        : row.performance().value())
                .sorted()
                .average();
    }

    /**
     * The importance at which an item counts as important if it is above 0: the mean of the items.
     *
     * @return the line, in [-1, 1]; empty if no item has an importance
     */
    public OptionalDouble importanceLine() {
        return line(rows, true);
    }

    /**
     * The performance at which an item counts as good: the mean of the items that have an importance.
     *
     * @return the line in percent of maximum possible, in [0, 100]; empty if no item has an importance
     */
    public OptionalDouble performanceLine() {
        return line(rows, false);
    }

    @Override
    public String toString() {
        int width = Math.max(
                4, rows.stream().mapToInt(row -> row.name().length()).max().orElse(0));
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-" + width + "s  %7s  %-21s  %-19s  %8s  %s",
                "item",
                "answers",
                "importance",
                "performance",
                "at stake",
                "place"));
        for (DriverRow row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%-" + width + "s  %7d  %-21s  %-19s  %8s  %s",
                    row.name(),
                    row.respondents(),
                    importance(row),
                    shown(row.performance(), "%.1f [%.1f, %.1f]"),
                    row.npsPointsAtStake().isEmpty()
                            ? "-"
                            : String.format(
                                    Locale.ROOT, "%.1f", row.npsPointsAtStake().getAsDouble()),
                    row.quadrant().map(place -> place.label().english()).orElse("-")));
        }
        return text.toString();
    }

    private static String importance(DriverRow row) {
        return row.importance().isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.2f", row.importance().getAsDouble())
                        + row.importanceInterval()
                                .map(interval ->
                                        String.format(Locale.ROOT, " [%.2f, %.2f]", interval.lower(), interval.upper()))
                                .orElse("");
    }

    private static String shown(Estimate estimate, String format) {
        return String.format(
                Locale.ROOT,
                format,
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper());
    }
}
