package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.SurveyAnswer;
import org.loyalty4j.survey.SurveyAnswers;

/**
 * The five quadrants in the order of {@link LoyaltyQuadrant}, the unknown attitude always among them: an immutable list
 * whose customers and revenue sum to those of the base.
 *
 * <p>Shares of the whole base and columns of your own, such as value and the probability of churn, are added with intervals.
 */
public final class QuadrantTable extends AbstractList<QuadrantRow> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<QuadrantRow> rows;
    private final LinkedHashMap<String, QuadrantColumn> columns;
    private final @Nullable QuadrantShares shares;

    private QuadrantTable(
            ArrayList<QuadrantRow> rows, Map<String, QuadrantColumn> columns, @Nullable QuadrantShares shares) {
        this.rows = rows;
        this.columns = new LinkedHashMap<>(columns);
        this.shares = shares;
    }

    /**
     * Sums up each quadrant.
     *
     * @param positions the positions of the base
     * @param summaries the purchases of the same customers in the same order
     * @param answers the answers from which the attitudes were read; without an attitude none counts
     * @return five rows
     * @throws IllegalArgumentException if the lists are not of the same customers, or the summaries are of different scales
     * @throws ArithmeticException if the revenue of a quadrant overflows
     */
    public static QuadrantTable of(
            List<QuadrantPosition> positions, List<PurchaseSummary> summaries, SurveyAnswers answers) {
        Objects.requireNonNull(answers, "answers");
        if (positions.size() != summaries.size()) {
            throw new IllegalArgumentException("positions must be of the same " + summaries.size()
                    + " customers as the summaries, but were of " + positions.size());
        }
        LoyaltyQuadrant[] quadrants = LoyaltyQuadrant.values();
        long[] customers = new long[quadrants.length];
        long[] revenueMinor = new long[quadrants.length];
        int scale = summaries.isEmpty() ? 0 : summaries.get(0).scale();
        List<List<SurveyAnswer>> answered = Arrays.stream(quadrants)
                .<List<SurveyAnswer>>map(quadrant -> new ArrayList<>())
                .toList();
        for (int i = 0; i < positions.size(); i++) {
            QuadrantPosition position = positions.get(i);
            PurchaseSummary summary = summaries.get(i);
            if (!position.customerId().equals(summary.customerId())) {
                throw new IllegalArgumentException("positions[" + i + "] must be of customer " + summary.customerId()
                        + ", but was of " + position.customerId());
            }
            MinorUnits.requireScale(scale, summary.scale(), summary.customerId());
            int quadrant = position.quadrant().ordinal();
            customers[quadrant]++;
            revenueMinor[quadrant] = Math.addExact(revenueMinor[quadrant], summary.totalMinor());
            if (position.attitude() != null) {
                answers.answerOf(position.customerId()).ifPresent(answered.get(quadrant)::add);
            }
        }
        ArrayList<QuadrantRow> rows = new ArrayList<>();
        for (LoyaltyQuadrant quadrant : quadrants) {
            int q = quadrant.ordinal();
            rows.add(new QuadrantRow(
                    quadrant,
                    customers[q],
                    positions.size(),
                    BigDecimal.valueOf(revenueMinor[q], scale),
                    nps(answers, answered.get(q))));
        }
        return new QuadrantTable(rows, Map.of(), null);
    }

    private static @Nullable Nps nps(SurveyAnswers answers, List<SurveyAnswer> some) {
        if (!answers.scale().equals(Scale.NPS) || answers.rule() == AnswerRule.MEAN) {
            return null;
        }
        some.sort(Comparator.comparing(SurveyAnswer::customerId));
        return Nps.of(new SurveyAnswers(answers.scale(), answers.rule(), answers.asOf(), some, 0, 0, 0));
    }

    /**
     * This table with another column, such as value or the probability of churn.
     *
     * @param name what the column is, not blank; a column of the same name is replaced
     * @param column the column, of the same positions
     * @return the wider table
     * @throws IllegalArgumentException if the name is blank, or a quadrant has another number of customers
     */
    public QuadrantTable with(String name, QuadrantColumn column) {
        Checks.notBlank(name, "name");
        for (QuadrantRow row : rows) {
            long customers = column.of(row.quadrant()).customers();
            if (customers != row.customers()) {
                throw new IllegalArgumentException("column must have " + row.customers() + " customers of "
                        + row.quadrant().label() + ", but had " + customers);
            }
        }
        Map<String, QuadrantColumn> wider = new LinkedHashMap<>(columns);
        wider.put(name, column);
        return new QuadrantTable(rows, wider, shares);
    }

    /**
     * This table with the shares of the quadrants in the whole base.
     *
     * @param ofTheWholeBase the shares, weighted up from those who answered
     * @return the wider table
     */
    public QuadrantTable with(QuadrantShares ofTheWholeBase) {
        return new QuadrantTable(rows, columns, Objects.requireNonNull(ofTheWholeBase, "ofTheWholeBase"));
    }

    /**
     * A column that was added.
     *
     * @param name its name
     * @return the column; empty if there is none of that name
     */
    public Optional<QuadrantColumn> column(String name) {
        return Optional.ofNullable(columns.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * The shares of the quadrants in the whole base.
     *
     * @return the shares; empty if none were added
     */
    public Optional<QuadrantShares> shares() {
        return Optional.ofNullable(shares);
    }

    @Override
    public QuadrantRow get(int row) {
        return rows.get(row);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /**
     * The row of a quadrant.
     *
     * @param quadrant the quadrant
     * @return its row
     */
    public QuadrantRow of(LoyaltyQuadrant quadrant) {
        return rows.get(quadrant.ordinal());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuadrantTable that
                && rows.equals(that.rows)
                && columns.equals(that.columns)
                && Objects.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, columns, shares);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-18s %10s %16s %8s", "quadrant", "customers", "revenue", "NPS"));
        if (shares != null) {
            text.append(String.format(Locale.ROOT, "  %-26s", "share of the whole base, %"));
        }
        columns.keySet().forEach(name -> text.append(String.format(Locale.ROOT, "  %-28s", "mean " + name)));
        endLine(text);
        for (QuadrantRow row : rows) {
            Nps nps = row.nps();
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %10d %16s %8s",
                    row.quadrant().label().english(),
                    row.customers(),
                    row.revenue().toPlainString(),
                    nps == null || nps.score().isEmpty()
                            ? "-"
                            : String.format(Locale.ROOT, "%+.1f", nps.score().getAsDouble())));
            if (shares != null) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-26s",
                        shares.of(row.quadrant())
                                .map(share -> share.share().estimate())
                                .map(share -> String.format(
                                        Locale.ROOT,
                                        "%.1f [%.1f, %.1f]",
                                        100 * share.value(),
                                        100 * share.interval().lower(),
                                        100 * share.interval().upper()))
                                .orElse("-")));
            }
            for (QuadrantColumn column : columns.values()) {
                text.append(String.format(Locale.ROOT, "  %-28s", mean(column.of(row.quadrant()))));
            }
            endLine(text);
        }
        return text.toString();
    }

    private static String mean(QuadrantColumnRow row) {
        Estimate mean = row.mean();
        return mean == null
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.4g [%.4g, %.4g]",
                        mean.value(),
                        mean.interval().lower(),
                        mean.interval().upper());
    }

    private static void endLine(StringBuilder text) {
        while (text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        text.append('\n');
    }
}
