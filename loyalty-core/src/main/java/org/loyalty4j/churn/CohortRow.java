package org.loyalty4j.churn;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of a {@link CohortTriangle}: the cohort, and its customers and revenue by age, observed ages only. */
record CohortRow(Cohort cohort, long[] customers, BigDecimal @Nullable [] revenue) {}
