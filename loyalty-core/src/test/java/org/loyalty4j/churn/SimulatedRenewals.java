package org.loyalty4j.churn;

import java.util.SplittableRandom;

/** Cohorts drawn from a model. */
final class SimulatedRenewals {
    private SimulatedRenewals() {}

    /** So many customers over so many renewals. */
    static CohortSurvivors draw(RetentionModel<?> model, int customers, int renewals, long seed) {
        double[] survival = new double[renewals + 1];
        for (int t = 0; t <= renewals; t++) {
            survival[t] = model.survival(t);
        }
        SplittableRandom random = new SplittableRandom(seed);
        long[] counts = new long[renewals + 1];
        for (int i = 0; i < customers; i++) {
            double u = random.nextDouble();
            for (int t = 0; t <= renewals && u < survival[t]; t++) {
                counts[t]++;
            }
        }
        return CohortSurvivors.of(counts);
    }
}
