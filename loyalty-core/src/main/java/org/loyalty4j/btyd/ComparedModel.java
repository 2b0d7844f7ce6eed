package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * A model fitted to be compared with others of the same data.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the log-likelihood is not finite.
 *
 * @param choice the model
 * @param fit its fit
 * @param logLikelihood the complete log-likelihood: that of the fit, and for a model of k phases (k - 1) times the sum of the
 *     logarithms of all gaps, which the fit leaves out
 */
public record ComparedModel(PurchaseModelChoice choice, Fit<? extends PurchaseModel<?>> fit, double logLikelihood)
        implements Serializable {

    public ComparedModel {
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(fit, "fit");
        Checks.finite(logLikelihood, "logLikelihood");
    }

    /**
     * How many numbers were read from the data, the phases of a phased model among them.
     *
     * @return the free parameters, in [1, inf)
     */
    public int parameters() {
        return fit.freeParameters() + (choice.kind().phased() ? 1 : 0);
    }

    /**
     * The Akaike information criterion of the complete likelihood, lower is better.
     *
     * @return {@code 2 parameters - 2 ln L}
     */
    public double aic() {
        return 2.0 * parameters() - 2 * logLikelihood;
    }

    /** Whether the fit ended at a maximum, be it at a boundary. */
    boolean reliable() {
        return fit.status() == FitStatus.CONVERGED || fit.status() == FitStatus.AT_BOUNDARY;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-14s %10d %16.2f %14.2f  %s",
                choice.name(),
                parameters(),
                logLikelihood,
                aic(),
                fit.boundary()
                        .map(boundary -> fit.status() + " " + boundary)
                        .orElse(fit.status().toString()));
    }
}
