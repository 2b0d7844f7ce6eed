package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.loyalty4j.internal.Checks;

/**
 * Models fitted to the same data, the best first: those that {@linkplain FitStatus#CONVERGED converged} before those that did
 * not, in the order of {@link FitStatus}, and among these the lower AIC. A fit at a boundary comes after, for its parameters
 * mean nothing; the simpler model that it ran into is often among the others.
 *
 * <p>Creating one throws {@link IllegalArgumentException} without a model.
 *
 * @param models at least one; put in order
 * @see <a href="https://doi.org/10.1109/TAC.1974.1100705">Akaike (1974)</a>
 */
public record ModelComparison(List<ComparedModel> models) implements Serializable {
    private static final Comparator<ComparedModel> BEST_FIRST = Comparator.<ComparedModel, FitStatus>comparing(
                    model -> model.fit().status())
            .thenComparingDouble(ComparedModel::aic);

    public ModelComparison {
        Checks.positive((long) Objects.requireNonNull(models, "models").size(), "models.size");
        models = models.stream().sorted(BEST_FIRST).toList();
    }

    /**
     * The best model.
     *
     * @return the first
     */
    public ComparedModel winner() {
        return models.get(0);
    }

    /**
     * By how much the AIC of the second is higher than that of the winner.
     *
     * @return the difference; below zero where the winner is first because the second did not converge; empty without a second
     */
    public OptionalDouble lead() {
        return models.size() == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(models.get(1).aic() - models.get(0).aic());
    }

    @Override
    public String toString() {
        return models.stream()
                .map(model -> model + "\n")
                .collect(Collectors.joining(
                        "",
                        String.format(
                                Locale.ROOT,
                                "%-14s %10s %16s %14s  %s\n",
                                "model",
                                "parameters",
                                "log-likelihood",
                                "AIC",
                                "fit"),
                        ""));
    }
}
