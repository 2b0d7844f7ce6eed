package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a climb found, whatever was being fitted: the part that all fits have in common. */
record Outcome(
        double logLikelihood,
        double customers,
        int distinctHistories,
        FitStatus status,
        @Nullable Boundary boundary,
        @Nullable Covariance covariance,
        List<Double> gradient,
        int iterations,
        int evaluations,
        boolean usedPrior,
        List<String> warnings)
        implements Serializable {

    Outcome {
        gradient = List.copyOf(gradient);
        warnings = List.copyOf(warnings);
    }
}
