package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.churn.CohortTriangle;
import org.loyalty4j.churn.CustomerFlow;
import org.loyalty4j.churn.Lifetimes;
import org.loyalty4j.churn.RenewalCounts;
import org.loyalty4j.churn.RetentionFit;
import org.loyalty4j.churn.RetentionFitter;
import org.loyalty4j.churn.ShiftedBetaGeometric;
import org.loyalty4j.churn.SurvivalCurve;
import org.loyalty4j.data.Customer;

/** What the join and leave dates of customers say, as known on one day. */
public final class Contracts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Period YEAR = Period.ofYears(1);

    private final CustomerFlow flow;
    private final Lifetimes lifetimes;
    private final CohortTriangle cohorts;
    private final @Nullable RetentionFit<ShiftedBetaGeometric> retention;
    private final Map<String, LocalDate> leftOn;

    Contracts(List<Customer> customers, LocalDate asOf, ChurnPlan plan) {
        @Nullable LocalDate from = plan.recordsFrom();
        if (from != null && from.isAfter(asOf)) {
            throw new IllegalArgumentException("recordsFrom must not be after asOf " + asOf + ", but was " + from);
        }
        LocalDate endExclusive = asOf.plusDays(1);
        LocalDate yearAgo = endExclusive.minus(YEAR);
        this.flow =
                CustomerFlow.between(customers, from == null || from.isBefore(yearAgo) ? yearAgo : from, endExclusive);
        this.lifetimes = from == null ? Lifetimes.of(customers, asOf) : Lifetimes.observedFrom(customers, from, asOf);
        this.cohorts = CohortTriangle.ofCustomers(customers, asOf, plan.calendar());
        RenewalCounts renewals = from == null
                ? RenewalCounts.ofCustomers(customers, asOf, plan.renewalTerm())
                : RenewalCounts.observedFrom(customers, from, asOf, plan.renewalTerm());
        this.retention = renewals.renewals() == 0
                ? null
                : RetentionFitter.shiftedBetaGeometric().fit(renewals);
        this.leftOn = leavers(customers, asOf);
    }

    /** Those whose last spell by the day has ended by then. */
    static Map<String, LocalDate> leavers(List<Customer> customers, LocalDate asOf) {
        Map<String, LocalDate> leavers = new HashMap<>();
        for (Customer customer : customers) {
            @Nullable LocalDate end = customer.leftOn();
            if (end != null && !end.isAfter(asOf)) {
                leavers.merge(customer.id(), end, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        customers.stream()
                .filter(customer -> customer.isActiveOn(asOf))
                .forEach(customer -> leavers.remove(customer.id()));
        return leavers;
    }

    /**
     * Who joined and who left in the year that ends with the last day observed, or since {@link ChurnPlan#recordsFrom} if that is
     * shorter.
     *
     * @return the flow, and from it the churn rates
     */
    public CustomerFlow flow() {
        return flow;
    }

    /**
     * How long customers stayed, those on the books before {@link ChurnPlan#recordsFrom} from the age they had then.
     *
     * @return the lifetimes, those going on censored
     */
    public Lifetimes lifetimes() {
        return lifetimes;
    }

    /**
     * The share of customers still there by the time since they joined.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the Kaplan-Meier curve
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public SurvivalCurve survival(double confidence) {
        return SurvivalCurve.of(lifetimes, confidence);
    }

    /**
     * How many of those who joined in each period were still there in each later one. Of cohorts older than {@link
     * ChurnPlan#recordsFrom} those who left before it are missing.
     *
     * @return the triangle
     */
    public CohortTriangle cohorts() {
        return cohorts;
    }

    /**
     * The sBG model of renewals, one every {@link ChurnPlan#renewalTerm}, for what lies beyond the time observed.
     *
     * @return the fit, whose status says whether to believe it; empty while no customer has been there for a term
     */
    public Optional<RetentionFit<ShiftedBetaGeometric>> retention() {
        return Optional.ofNullable(retention);
    }

    /**
     * The day on which a customer's contract ended.
     *
     * @param customerId the customer's id
     * @return the day; empty for one who has not left, or came back
     */
    public Optional<LocalDate> leftOn(String customerId) {
        return Optional.ofNullable(leftOn.get(customerId));
    }

    @Override
    public String toString() {
        return flow + "; " + leftOn.size() + " left";
    }
}
