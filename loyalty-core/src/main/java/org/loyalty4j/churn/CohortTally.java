package org.loyalty4j.churn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up the customers and the amounts of cohorts by their first and last periods. */
final class CohortTally {
    private final CohortClock clock;
    private final boolean withRevenue;
    private final Map<Integer, Counts> cohorts = new HashMap<>();

    CohortTally(CohortClock clock, boolean withRevenue) {
        this.clock = clock;
        this.withRevenue = withRevenue;
    }

    private static final class Counts {
        private long size;
        private BigDecimal base = BigDecimal.ZERO;
        private final long[] change;
        private final BigDecimal[] paid;

        Counts(int ages, boolean withRevenue) {
            change = new long[ages + 1];
            paid = new BigDecimal[withRevenue ? ages + 1 : 0];
            Arrays.fill(paid, BigDecimal.ZERO);
        }
    }

    private Counts counts(int cohort) {
        return cohorts.computeIfAbsent(cohort, c -> new Counts(Math.max(0, clock.current - c), withRevenue));
    }

    void cohortSize(int cohort) {
        counts(cohort).size++;
    }

    void cohortRevenue(int cohort, BigDecimal amount) {
        Counts counts = counts(cohort);
        counts.base = counts.base.add(amount);
    }

    /** Counts a customer at the ends of the periods from {@code from} to before {@code to}. */
    void stay(int cohort, int from, int to) {
        if (from < Math.min(to, clock.current)) {
            long[] change = counts(cohort).change;
            change[from - cohort]++;
            change[Math.min(to, clock.current) - cohort]--;
        }
    }

    void pay(int cohort, int from, int to, BigDecimal amount) {
        if (from < Math.min(to, clock.current)) {
            BigDecimal[] paid = counts(cohort).paid;
            paid[from - cohort] = paid[from - cohort].add(amount);
            int end = Math.min(to, clock.current) - cohort;
            paid[end] = paid[end].subtract(amount);
        }
    }

    List<CohortRow> rows() {
        List<CohortRow> rows = new ArrayList<>();
        cohorts.keySet().stream().sorted().forEach(cohort -> {
            Counts counts = counts(cohort);
            int ages = counts.change.length - 1;
            long[] there = new long[ages];
            BigDecimal[] paid = new BigDecimal[withRevenue ? ages : 0];
            for (int age = 0; age < ages; age++) {
                there[age] = counts.change[age] + (age == 0 ? 0 : there[age - 1]);
                if (withRevenue) {
                    paid[age] = age == 0 ? counts.paid[0] : counts.paid[age].add(paid[age - 1]);
                }
            }
            LocalDate start = clock.start(cohort);
            rows.add(new CohortRow(
                    new Cohort(start, clock.label(start), counts.size, withRevenue ? counts.base : null),
                    there,
                    withRevenue ? paid : null));
        });
        return rows;
    }
}
