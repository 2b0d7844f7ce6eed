package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.SurveyAnswer;
import org.loyalty4j.survey.SurveyAnswers;

/**
 * The five quadrants in the order of {@link LoyaltyQuadrant}, the unknown attitude always among them: an immutable list
 * whose customers and revenue sum to those of the base.
 */
public final class QuadrantTable extends AbstractList<QuadrantRow> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<QuadrantRow> rows;

    private QuadrantTable(ArrayList<QuadrantRow> rows) {
        this.rows = rows;
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
        return new QuadrantTable(rows);
    }

    private static @Nullable Nps nps(SurveyAnswers answers, List<SurveyAnswer> some) {
        if (!answers.scale().equals(Scale.NPS) || answers.rule() == AnswerRule.MEAN) {
            return null;
        }
        some.sort(Comparator.comparing(SurveyAnswer::customerId));
        return Nps.of(new SurveyAnswers(answers.scale(), answers.rule(), answers.asOf(), some, 0, 0, 0));
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
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-18s %10s %16s %8s\n", "quadrant", "customers", "revenue", "NPS"));
        for (QuadrantRow row : rows) {
            Nps nps = row.nps();
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %10d %16s %8s\n",
                    row.quadrant().label().english(),
                    row.customers(),
                    row.revenue().toPlainString(),
                    nps == null || nps.score().isEmpty()
                            ? "-"
                            : String.format(Locale.ROOT, "%+.1f", nps.score().getAsDouble())));
        }
        return text.toString();
    }
}
