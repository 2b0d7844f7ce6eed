package org.loyalty4j.churn;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.Customer;
import org.loyalty4j.internal.Checks;

/**
 * How many customers renewed and how many left at each renewal, over one or many cohorts: all that the data say of a {@link
 * RetentionModel}. A customer counts at the renewals that were due and observed, and at no other; so cohorts of any age, and
 * customers whose beginning was not recorded, go together.
 */
public final class RenewalCounts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1_000_000;

    private final long customers;
    private final long[] kept;
    private final long[] lost;

    private RenewalCounts(long customers, long[] kept, long[] lost) {
        int observed = kept.length;
        while (observed > 0 && kept[observed - 1] == 0 && lost[observed - 1] == 0) {
            observed--;
        }
        this.customers = customers;
        this.kept = Arrays.copyOf(kept, observed);
        this.lost = Arrays.copyOf(lost, observed);
    }

    /**
     * The counts of several cohorts together. A cohort without a renewal observed adds its customers and nothing else.
     *
     * @param cohorts the cohorts, in any order
     * @return the counts
     * @throws IllegalArgumentException if a cohort is observed for more than a million renewals
     */
    public static RenewalCounts of(List<CohortSurvivors> cohorts) {
        int[] longest = {0};
        Checks.forEach(cohorts, "cohorts", cohort -> longest[0] = Math.max(longest[0], cohort.lastRenewal()));
        Checks.inClosed(longest[0], 0, LONGEST, "cohorts.lastRenewal");
        long[] kept = new long[longest[0]];
        long[] lost = new long[longest[0]];
        long customers = 0;
        for (CohortSurvivors cohort : cohorts) {
            customers = Math.addExact(customers, cohort.first());
            for (int i = 1; i < cohort.counts().size(); i++) {
                int place = cohort.renewalsMade() + i - 1;
                long now = cohort.counts().get(i);
                kept[place] = Math.addExact(kept[place], now);
                lost[place] = Math.addExact(lost[place], cohort.counts().get(i - 1) - now);
            }
        }
        return new RenewalCounts(customers, kept, lost);
    }

    /**
     * The counts of one cohort or a few.
     *
     * @param cohorts the cohorts, in any order
     * @return the counts
     * @throws IllegalArgumentException if a cohort is observed for more than a million renewals
     */
    public static RenewalCounts of(CohortSurvivors... cohorts) {
        return of(Arrays.asList(Objects.requireNonNull(cohorts, "cohorts")));
    }

    /**
     * Counts the renewals of customers under contracts of equal length. The k-th renewal of a customer is due on
     * {@code joinedOn + k * term}; the customer made it if they did not leave by that day: {@link Customer#leftOn()} is the first
     * day on which they are no customer any more, so that a contract not renewed ends on its renewal day. Who leaves between two
     * renewals is lost at the next.
     *
     * <p>Only renewals due on or before {@code asOf} count. One who left since the last of them is counted as there so far: what
     * the others do at that renewal is not known yet either. Customers who join after {@code asOf} are left out.
     *
     * @param customers customers with the day they joined and, where they did, left; each spell is one contract; in any order
     * @param asOf the last day observed
     * @param term the time from one renewal to the next, such as {@code Period.ofMonths(1)}; years, months or days, of at least
     *     one day together
     * @return the counts
     * @throws IllegalArgumentException if the term is not positive, or a customer has more than a million renewals
     */
    public static RenewalCounts ofCustomers(List<Customer> customers, LocalDate asOf, Period term) {
        return ofCustomers(customers, LocalDate.MIN, asOf, term);
    }

    /**
     * The same where nothing is known before a day: records that begin with those then on the books. Of who joined before it,
     * only the renewals after the first one due on that day or later count: those who left sooner are missing from such records, and
     * to count the renewals that the others made by then makes customers look more loyal than they are. Who left before that day is
     * left out. {@link Lifetimes#observedFrom} does the same for the survival curve.
     *
     * @param customers customers with the day they joined and, where they did, left; each spell is one contract; in any order
     * @param observedFrom the first day from which leaving is known, not after {@code asOf}
     * @param asOf the last day observed
     * @param term the time from one renewal to the next; years, months or days, of at least one day together
     * @return the counts
     * @throws IllegalArgumentException if observation ends before it begins, the term is not positive, or a customer has more than a
     *     million renewals
     */
    public static RenewalCounts observedFrom(
            List<Customer> customers, LocalDate observedFrom, LocalDate asOf, Period term) {
        Checks.day(Objects.requireNonNull(observedFrom, "observedFrom"), "observedFrom");
        if (observedFrom.isAfter(Objects.requireNonNull(asOf, "asOf"))) {
            throw new IllegalArgumentException(
                    "observedFrom must not be after asOf " + asOf + ", but was " + observedFrom);
        }
        return ofCustomers(customers, observedFrom, asOf, term);
    }

    private static RenewalCounts ofCustomers(
            List<Customer> customers, LocalDate observedFrom, LocalDate asOf, Period term) {
        Objects.requireNonNull(customers, "customers");
        Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        Checks.positive(Objects.requireNonNull(term, "term"), "term");
        List<Customer> known = new ArrayList<>();
        int[] longest = {0};
        Checks.forEach(customers, "customers", customer -> {
            if (!customer.joinedOn().isAfter(asOf)) {
                known.add(customer);
                longest[0] = Math.max(longest[0], renewalsBy(customer.joinedOn(), asOf, term));
            }
        });
        long[] kept = new long[longest[0]];
        long[] lost = new long[longest[0]];
        int counted = 0;
        for (Customer customer : known) {
            LocalDate joinedOn = customer.joinedOn();
            LocalDate leftOn = customer.leftOn();
            if (leftOn != null && leftOn.isBefore(observedFrom)) {
                continue;
            }
            counted++;
            int due = renewalsBy(joinedOn, asOf, term);
            int made = leftOn == null ? due : Math.min(due, renewalsBy(joinedOn, leftOn.minusDays(1), term));
            int before =
                    joinedOn.isBefore(observedFrom) ? 1 + renewalsBy(joinedOn, observedFrom.minusDays(1), term) : 0;
            for (int i = before; i < made; i++) {
                kept[i]++;
            }
            if (made >= before && made < due) {
                lost[made]++;
            }
        }
        return new RenewalCounts(counted, kept, lost);
    }

    /** How many renewals were due by a day, that day included. */
    private static int renewalsBy(LocalDate joinedOn, LocalDate day, Period term) {
        if (day.isBefore(joinedOn)) {
            return 0;
        }
        int low = 0; // was due
        int high = 1;
        while (!joinedOn.plus(term.multipliedBy(high)).isAfter(day)) {
            low = high;
            high = Math.min(2 * high, LONGEST + 1);
            Checks.inClosed(low, 0, LONGEST, "renewals of a customer");
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (joinedOn.plus(term.multipliedBy(middle)).isAfter(day)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /**
     * These counts and others together.
     *
     * @param other the counts of other customers
     * @return the sums
     */
    public RenewalCounts plus(RenewalCounts other) {
        Objects.requireNonNull(other, "other");
        int longest = Math.max(renewals(), other.renewals());
        long[] keptOfAll = Arrays.copyOf(kept, longest);
        long[] lostOfAll = Arrays.copyOf(lost, longest);
        for (int i = 0; i < other.renewals(); i++) {
            keptOfAll[i] = Math.addExact(keptOfAll[i], other.kept[i]);
            lostOfAll[i] = Math.addExact(lostOfAll[i], other.lost[i]);
        }
        return new RenewalCounts(Math.addExact(customers, other.customers), keptOfAll, lostOfAll);
    }

    /**
     * The number of customers, those without a renewal observed included.
     *
     * @return in [0, inf)
     */
    public long customers() {
        return customers;
    }

    /**
     * The last renewal that anybody was observed at.
     *
     * @return in [0, 1,000,000]; 0 if there was none
     */
    public int renewals() {
        return kept.length;
    }

    /**
     * Those who renewed at a renewal, of those who could.
     *
     * @param renewal which, in [1, renewals]
     * @return the retention rate as counts; of nobody where nobody was left or observed
     * @throws IllegalArgumentException if the renewal is out of range
     */
    public Proportion retention(int renewal) {
        Checks.inClosed(renewal, 1, renewals(), "renewal");
        return new Proportion(kept[renewal - 1], Math.addExact(kept[renewal - 1], lost[renewal - 1]));
    }

    /**
     * The share of new customers who are still there after a renewal, as observed: the product of the retention rates so far
     * (Kaplan-Meier).
     *
     * @param renewal t, in [0, renewals]
     * @return {@code r(1) r(2) ... r(t)}, in [0, 1]; empty where a rate is of nobody
     * @throws IllegalArgumentException if the renewal is out of range
     */
    public OptionalDouble survival(int renewal) {
        Checks.inClosed(renewal, 0, renewals(), "renewal");
        double survival = 1;
        for (int t = 1; t <= renewal; t++) {
            OptionalDouble rate = retention(t).value();
            if (rate.isEmpty()) {
                return OptionalDouble.empty();
            }
            survival *= rate.getAsDouble();
        }
        return OptionalDouble.of(survival);
    }

    long kept(int renewal) {
        return kept[renewal - 1];
    }

    long lost(int renewal) {
        return lost[renewal - 1];
    }

    /** All renewals made and all that were not. */
    Proportion retentionOfAll() {
        long made = Arrays.stream(kept).reduce(0, Math::addExact);
        return new Proportion(made, Math.addExact(made, Arrays.stream(lost).reduce(0, Math::addExact)));
    }

    /** The renewals at which somebody could leave. */
    int observedRenewals() {
        int observed = 0;
        for (int i = 0; i < kept.length; i++) {
            observed += kept[i] + lost[i] > 0 ? 1 : 0;
        }
        return observed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenewalCounts that
                && customers == that.customers
                && Arrays.equals(kept, that.kept)
                && Arrays.equals(lost, that.lost);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customers, Arrays.hashCode(kept), Arrays.hashCode(lost));
    }

    @Override
    public String toString() {
        Proportion all = retentionOfAll();
        return customers + " customers, " + renewals() + " renewals, " + all.successes() + " made of " + all.trials();
    }
}
