package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * How the answers to several questions become one index a customer: the mean of the items in percent of maximum possible.
 *
 * <p>By default a customer must have answered every item. The object is immutable: {@code with...} returns another.
 *
 * <pre>{@code
 * IndexScores index = LoyaltyIndex.withDefaults()
 *         .score(List.of(
 *                 SurveyItem.of("recommend", recommend),
 *                 SurveyItem.of("repurchase", repurchase),
 *                 SurveyItem.reversed("would switch", wouldSwitch)));
 * }</pre>
 */
public final class LoyaltyIndex implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ALL = Integer.MAX_VALUE;

    private final int leastItems;

    private LoyaltyIndex(int leastItems) {
        this.leastItems = leastItems;
    }

    /**
     * An index over the customers who answered every item.
     *
     * @return the default index
     */
    public static LoyaltyIndex withDefaults() {
        return new LoyaltyIndex(ALL);
    }

    /**
     * The same index, also for customers who left items out: theirs is the mean of those they answered.
     *
     * <p>It lets more customers in, and is not quite the same measure for all of them: who leaves out an item that is answered low
     * by all looks better than who answers it. Alpha is still that of the complete answers.
     *
     * @param items the fewest items a customer must have answered, in [1, inf); more than there are means all
     * @return the changed index
     * @throws IllegalArgumentException if the number is below 1
     */
    public LoyaltyIndex withLeastItems(int items) {
        return new LoyaltyIndex((int) Checks.positive((long) items, "items"));
    }

    /**
     * The fewest items a customer must have answered.
     *
     * @return the number; empty if every item is wanted
     */
    public OptionalInt leastItems() {
        return leastItems == ALL ? OptionalInt.empty() : OptionalInt.of(leastItems);
    }

    /**
     * Scores the customers.
     *
     * <pre>{@code percent = mean over the items answered of 100 (answer - minimum) / (maximum - minimum) }</pre>
     *
     * @param items at least two items with answers as of the same day
     * @return the values in order of customer id, with the analysis of the items
     * @throws IllegalArgumentException if there are fewer than two items, two have the same name, or they are as of different days
     * @see <a href="https://doi.org/10.1207/s15327906mbr3403_2">Cohen, Cohen, Aiken and West (1999)</a>
     */
    public IndexScores score(List<SurveyItem> items) {
        List<SurveyItem> all = List.copyOf(Objects.requireNonNull(items, "items"));
        Checks.inClosed(all.size(), 2, Integer.MAX_VALUE, "items.size");
        LocalDate asOf = all.get(0).answers().asOf();
        Set<String> names = new HashSet<>();
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            SurveyItem item = all.get(i);
            if (!names.add(item.name())) {
                throw new IllegalArgumentException("items[" + i + "].name must be unique, but was " + item.name());
            }
            if (!item.answers().asOf().equals(asOf)) {
                throw new IllegalArgumentException(
                        "items[" + i + "].answers.asOf must be " + asOf + " as that of the first," + " but was "
                                + item.answers().asOf());
            }
            item.answers().answers().forEach(answer -> ids.add(answer.customerId()));
        }
        return new Scoring(all, ids.size()).score(ids, Math.min(leastItems, all.size()), asOf);
    }

    /** The columns while they are filled, customer by customer in order of id. */
    private static final class Scoring {
        private final List<SurveyItem> items;
        private final int[] next;
        private final String[] id;
        private final LocalDate[] date;
        private final double[] percent;
        private final int[] answered;
        private final List<double[]> complete = new ArrayList<>();
        private int size;
        private long tooFew;

        Scoring(List<SurveyItem> items, int most) {
            this.items = items;
            next = new int[items.size()];
            id = new String[most];
            date = new LocalDate[most];
            percent = new double[most];
            answered = new int[most];
        }

        IndexScores score(Set<String> ids, int least, LocalDate asOf) {
            for (String customer : ids) {
                add(customer, least);
            }
            String[] scoredIds = Arrays.copyOf(id, size);
            LocalDate[] dates = Arrays.copyOf(date, size);
            double[] percents = Arrays.copyOf(percent, size);
            int[] counts = Arrays.copyOf(answered, size);
            return new IndexScores(
                    asOf,
                    items.stream().map(SurveyItem::name).toList(),
                    new RowList<>(size, i -> new IndexScore(scoredIds[i], dates[i], percents[i], counts[i])),
                    complete.size(),
                    tooFew,
                    complete.size() < 2
                            ? null
                            : ItemAnalysis.of(
                                    items.stream().map(SurveyItem::name).toList(), complete));
        }

        private void add(String customer, int least) {
            double[] row = new double[items.size()];
            double sum = 0;
            int count = 0;
            LocalDate last = LocalDate.MIN;
            for (int i = 0; i < row.length; i++) {
                List<SurveyAnswer> answers = items.get(i).answers().answers();
                if (next[i] < answers.size()
                        && answers.get(next[i]).customerId().equals(customer)) {
                    SurveyAnswer answer = answers.get(next[i]++);
                    row[i] = items.get(i).percent(answer);
                    sum += row[i];
                    count++;
                    last = answer.date().isAfter(last) ? answer.date() : last;
                }
            }
            if (count == row.length) {
                complete.add(row);
            }
            if (count < least) {
                tooFew++;
                return;
            }
            id[size] = customer;
            date[size] = last;
            percent[size] = Math.min(100, sum / count); // a mean of many 100 may come out a last bit beyond it
            answered[size] = count;
            size++;
        }
    }

    @Override
    public String toString() {
        return "Index over " + (leastItems == ALL ? "all items" : "at least " + leastItems + " items");
    }
}
