package org.loyalty4j.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.cli.input.RecordReader;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.summary.PurchaseAccumulator;

/**
 * The rows of one customer as far as they have come together: the transactions compact by day, the answers as they are. As a
 * bean it is what Spark moves from machine to machine: a few bytes a day.
 */
public final class CustomerRows implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int[] NO_ANSWERS = {};
    private static final int[] NO_SPELL = {};

    private long rows;
    private @Nullable PurchaseAccumulator purchases;
    private int[] answers = NO_ANSWERS; // a day and a score each, and room for more
    private int answersEnd;
    private long listed;
    private int[] spell = NO_SPELL; // the days of joining and leaving

    /** Creates one without rows. */
    public CustomerRows() {}

    void add(CustomerEntry entry, int scale) {
        rows++;
        String id = entry.getCustomerId();
        if (id == null) {
            return; // a row that cannot be used is counted, no more
        }
        if (entry.getSource() == Source.SURVEYS.code()) {
            addAnswers(new int[] {entry.getDay(), (int) entry.getValue()}, 2);
            return;
        }
        if (entry.getSource() == Source.CUSTOMERS.code()) {
            addSpell(new int[] {entry.getDay(), (int) entry.getValue()}, 1);
            return;
        }
        if (purchases == null) {
            purchases = new PurchaseAccumulator(id, scale);
        }
        purchases.add(entry.getDay(), entry.getValue());
    }

    /** A customer who is listed twice counts as in the row of the earlier days: of rows parted at will none is the first. */
    private void addSpell(int[] other, long count) {
        listed += count;
        if (other.length > 0 && (spell.length == 0 || Arrays.compare(other, spell) < 0)) {
            spell = other;
        }
    }

    private void addAnswers(int[] more, int count) {
        int end = answersEnd + count;
        if (end > answers.length) {
            answers = Arrays.copyOf(answers, Math.max(end, 2 * answers.length));
        }
        System.arraycopy(more, 0, answers, answersEnd, count);
        answersEnd = end;
    }

    void merge(CustomerRows other) {
        rows += other.rows;
        if (purchases == null) {
            purchases = other.purchases;
        } else if (other.purchases != null) {
            purchases.merge(other.purchases);
        }
        addAnswers(other.answers, other.answersEnd);
        addSpell(other.spell, other.listed);
    }

    /** The answers as the table of a day and a score each has them. */
    static List<SurveyResponse> responses(String customerId, List<Integer> answers) {
        return IntStream.range(0, answers.size() / 2)
                .mapToObj(i -> new SurveyResponse(
                        customerId, LocalDate.ofEpochDay(answers.get(2 * i)), answers.get(2 * i + 1)))
                .toList();
    }

    /** The place on the list as the table of the days of joining and leaving has it. */
    static List<Customer> spells(String customerId, List<Integer> spell) {
        return spell.isEmpty() ? List.of() : List.of(RecordReader.customer(customerId, spell.get(0), spell.get(1)));
    }

    /**
     * All rows, those that cannot be used among them.
     *
     * @return the count
     */
    public long getRows() {
        return rows;
    }

    /**
     * Sets {@link #getRows}.
     *
     * @param rows the count
     */
    public void setRows(long rows) {
        this.rows = rows;
    }

    /**
     * The day of the earliest transaction.
     *
     * @return the epoch day; null without one
     */
    public @Nullable Integer getFirstDay() {
        return purchases == null
                ? null
                : purchases.firstDate().map(day -> (int) day.toEpochDay()).orElse(null);
    }

    /**
     * Does nothing: the day is one of the transactions.
     *
     * @param firstDay the epoch day
     */
    public void setFirstDay(@Nullable Integer firstDay) {}

    /**
     * The transactions.
     *
     * @return the bytes of their accumulator; null without any
     */
    public byte @Nullable [] getPurchases() {
        return purchases == null ? null : purchases.toBytes();
    }

    /**
     * Sets {@link #getPurchases}.
     *
     * @param bytes the bytes of an accumulator; null without transactions
     */
    public void setPurchases(byte @Nullable [] bytes) {
        purchases = bytes == null ? null : PurchaseAccumulator.ofBytes(bytes);
    }

    /**
     * The answers.
     *
     * @return an epoch day and a score each
     */
    public int[] getAnswers() {
        return Arrays.copyOf(answers, answersEnd);
    }

    /**
     * Sets {@link #getAnswers}.
     *
     * @param answers an epoch day and a score each
     */
    public void setAnswers(int[] answers) {
        this.answers = answers;
        this.answersEnd = answers.length;
    }

    /**
     * How often the customer is on the list of customers.
     *
     * @return the rows of the list
     */
    public long getListed() {
        return listed;
    }

    /**
     * Sets {@link #getListed}.
     *
     * @param listed the rows of the list
     */
    public void setListed(long listed) {
        this.listed = listed;
    }

    /**
     * The days of joining and leaving.
     *
     * @return two epoch days, the second {@link RecordReader#NOT_LEFT} for who has not left; none for who is not listed
     */
    public int[] getSpell() {
        return spell;
    }

    /**
     * Sets {@link #getSpell}.
     *
     * @param spell two epoch days, or none
     */
    public void setSpell(int[] spell) {
        this.spell = spell;
    }
}
