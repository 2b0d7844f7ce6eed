package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * What promoters, passives and detractors did after they answered, side by side.
 *
 * <p>This is an association. Promoters were, as a rule, better customers before they were asked, and would have come back oftener
 * whatever they answered. The answers must be older than the window of the outcomes.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the rows are not of the three groups in their order and of those who
 * did not answer, or a count is negative.
 *
 * @param rows promoters, passives, detractors, and those who did not answer
 * @param answersWithoutOutcome respondents of whom no outcome was given, who are in no row; in [0, inf)
 */
public record AnswerOutcomes(List<GroupOutcome> rows, long answersWithoutOutcome) implements Serializable {
    private static final int SILENT = NpsGroup.values().length;

    public AnswerOutcomes {
        rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
        Checks.notNegative(answersWithoutOutcome, "answersWithoutOutcome");
        List<NpsGroup> groups = Arrays.asList(NpsGroup.values());
        for (int i = 0; i < rows.size(); i++) {
            if (i > SILENT || rows.get(i).group() != (i == SILENT ? null : groups.get(i))) {
                throw new IllegalArgumentException("rows[" + i + "] must not be of "
                        + rows.get(i).group() + "; the order is " + groups + ", no answer");
            }
        }
        if (rows.size() != SILENT + 1) {
            throw new IllegalArgumentException("rows must be " + (SILENT + 1) + ", but were " + rows.size());
        }
    }

    /**
     * Puts answers and later outcomes together by customer id.
     *
     * @param answers one answer a customer, on 0..10 and whole, given before the window of the outcomes
     * @param outcomes what customers did in the window, in any order, one a customer
     * @return the groups, with those who did not answer as the last
     * @throws IllegalArgumentException if an answer is no whole number in [0, 10], or a customer has two outcomes
     */
    public static AnswerOutcomes of(SurveyAnswers answers, List<LaterOutcome> outcomes) {
        Tally[] tallies = new Tally[SILENT + 1];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally();
        }
        long matched = 0;
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (LaterOutcome outcome : outcomes) {
            requireNew(seen, outcome, index++);
            int row = answers.answerOf(outcome.customerId())
                    .map(answer -> NpsGroup.of(answer.score()).ordinal())
                    .orElse(SILENT);
            if (row != SILENT) {
                matched++;
            }
            tallies[row].add(outcome);
        }
        List<GroupOutcome> rows = new ArrayList<>();
        for (NpsGroup group : NpsGroup.values()) {
            rows.add(tallies[group.ordinal()].outcome(group));
        }
        rows.add(tallies[SILENT].outcome(null));
        return new AnswerOutcomes(rows, answers.respondents() - matched);
    }

    static void requireNew(Set<String> seen, LaterOutcome outcome, int index) {
        if (!seen.add(outcome.customerId())) {
            throw new IllegalArgumentException("outcomes[" + index + "] must be the only one of its customer, but "
                    + outcome.customerId() + " had one before");
        }
    }

    /**
     * The outcome of one group.
     *
     * @param group promoters, passives or detractors
     * @return its row
     */
    public GroupOutcome of(NpsGroup group) {
        return rows.get(group.ordinal());
    }

    /**
     * The outcome of those who did not answer.
     *
     * @return the last row
     */
    public GroupOutcome silent() {
        return rows.get(SILENT);
    }

    /** The groups as an aligned table. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-10s %10s %10s %12s %12s %10s\n",
                "group",
                "customers",
                "repeat, %",
                "mean value",
                "median value",
                "churn, %"));
        for (GroupOutcome row : rows) {
            text.append(row).append('\n');
        }
        return text.append("without a known outcome: ")
                .append(answersWithoutOutcome)
                .toString();
    }

    /** One group while it is counted. */
    static final class Tally {
        private final DoubleStream.Builder values = DoubleStream.builder();
        private final BitSet repeated = new BitSet();
        private int customers;
        private long churned;
        private long known;

        void add(LaterOutcome outcome) {
            repeated.set(customers++, outcome.repeated());
            values.add(outcome.value());
            Boolean left = outcome.churned();
            if (left != null) {
                known++;
                churned += left ? 1 : 0;
            }
        }

        GroupOutcome outcome(@Nullable NpsGroup group) {
            return new GroupOutcome(
                    group,
                    new Proportion(repeated.cardinality(), customers),
                    ColumnSummary.of(values.build().toArray()),
                    new Proportion(churned, known));
        }
    }
}
