package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * What promoters, passives and detractors brought through the customers they referred, apart from their own purchases.
 *
 * <p>The two must not be added up over the base: the own value of a customer who was referred is the referral value of another.
 * Nor is it known who would have come anyway.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the rows are not of the three groups in their order, or a count is
 * negative.
 *
 * @param rows promoters, passives and detractors
 * @param referralsOfOthers referrals by customers who did not answer, which are in no row; in [0, inf)
 */
public record ReferralValue(List<GroupReferrals> rows, long referralsOfOthers) implements Serializable {

    public ReferralValue {
        rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
        Checks.notNegative(referralsOfOthers, "referralsOfOthers");
        List<NpsGroup> groups = rows.stream().map(GroupReferrals::group).toList();
        if (!groups.equals(Arrays.asList(NpsGroup.values()))) {
            throw new IllegalArgumentException(
                    "rows must be of " + Arrays.asList(NpsGroup.values()) + ", but were of " + groups);
        }
    }

    /**
     * Puts answers and observed referrals together by customer id.
     *
     * @param answers one answer a customer, on 0..10 and whole
     * @param referrals who brought whom, in any order, with every customer who came at most once
     * @return what each group brought
     * @throws IllegalArgumentException if an answer is no whole number in [0, 10], or a customer was referred twice
     */
    public static ReferralValue observed(SurveyAnswers answers, List<Referral> referrals) {
        Map<String, List<Double>> byReferrer = new HashMap<>();
        Set<String> referred = new HashSet<>();
        int index = 0;
        long others = 0;
        for (Referral referral : referrals) {
            if (!referred.add(referral.referredId())) {
                throw new IllegalArgumentException("referrals[" + index + "] must be the only one of the customer who"
                        + " came, but " + referral.referredId() + " had one before");
            }
            index++;
            if (answers.answerOf(referral.referrerId()).isEmpty()) {
                others++;
            } else {
                byReferrer
                        .computeIfAbsent(referral.referrerId(), id -> new ArrayList<>())
                        .add(referral.referredValue());
            }
        }
        List<GroupReferrals> rows = new ArrayList<>();
        for (NpsGroup group : NpsGroup.values()) {
            List<String> members = answers.answers().stream()
                    .filter(answer -> NpsGroup.of(answer.score()) == group)
                    .map(SurveyAnswer::customerId)
                    .toList();
            double[] counts = new double[members.size()];
            double[] values = new double[members.size()];
            long referrers = 0;
            for (int i = 0; i < counts.length; i++) {
                double[] brought = byReferrer.getOrDefault(members.get(i), List.of()).stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
                counts[i] = brought.length;
                referrers += brought.length > 0 ? 1 : 0;
                for (double value : brought) {
                    values[i] += value;
                }
            }
            rows.add(new GroupReferrals(
                    group,
                    new Proportion(referrers, counts.length),
                    ColumnSummary.of(counts),
                    ColumnSummary.of(values)));
        }
        return new ReferralValue(rows, others);
    }

    /**
     * The referrals of one group.
     *
     * @param group promoters, passives or detractors
     * @return its row
     */
    public GroupReferrals of(NpsGroup group) {
        return rows.get(group.ordinal());
    }

    /**
     * How much more a promoter brought than a detractor, with Welch's interval: an association.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the difference of the mean values of those referred; empty if either group has fewer than two customers
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see ColumnSummary#minus
     */
    public Optional<Estimate> promotersMinusDetractors(double confidence) {
        return of(NpsGroup.PROMOTER).value().minus(of(NpsGroup.DETRACTOR).value(), confidence);
    }

    /** The groups as an aligned table. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-10s %10s %10s %14s %16s\n",
                "group",
                "customers",
                "referrers",
                "referred each",
                "value of these"));
        for (GroupReferrals row : rows) {
            text.append(row).append('\n');
        }
        return text.append("by customers who did not answer: ")
                .append(referralsOfOthers)
                .toString();
    }
}
