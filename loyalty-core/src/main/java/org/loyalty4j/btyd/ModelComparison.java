package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.loyalty4j.internal.Checks;

/**
 * Models fitted to the same data, the best first: by their AIC, the lower before the higher. Two things come before it:
 *
 * <ul>
 *   <li>a fit that {@linkplain FitStatus#CONVERGED converged} is put first if its AIC is higher by less than 2, where one at a
 *       {@linkplain FitStatus#AT_BOUNDARY boundary} has the lowest: it is as good, and its parameters have standard errors. One
 *       at a boundary is otherwise as good as any, for its likelihood is as high as it says;
 *   <li>fits that are {@linkplain FitStatus#NOT_IDENTIFIED not identified}, and then those that reached the {@linkplain
 *       FitStatus#ITERATION_LIMIT limit}, come last.
 * </ul>
 *
 * <p>Creating one throws {@link IllegalArgumentException} without a model.
 *
 * @param models at least one; put in order
 * @see <a href="https://doi.org/10.1109/TAC.1974.1100705">Akaike (1974)</a>
 */
public record ModelComparison(List<ComparedModel> models) implements Serializable {
    /** Below this difference of AIC models are as good as equal (Burnham and Anderson 2002, section 2.6). */
    static final double AS_GOOD = 2;

    private static final Comparator<ComparedModel> BEST_FIRST = Comparator.comparing((ComparedModel model) ->
                    model.reliable() ? FitStatus.CONVERGED : model.fit().status())
            .thenComparingDouble(ComparedModel::aic);

    public ModelComparison {
        Checks.positive((long) Objects.requireNonNull(models, "models").size(), "models.size");
        models = rank(models);
    }

    private static List<ComparedModel> rank(List<ComparedModel> models) {
        List<ComparedModel> ranked =
                models.stream().sorted(BEST_FIRST).collect(Collectors.toCollection(ArrayList::new));
        double lowest = ranked.get(0).aic();
        for (int i = 0; i < ranked.size(); i++) {
            ComparedModel model = ranked.get(i);
            if (model.fit().status() == FitStatus.CONVERGED && model.aic() - lowest < AS_GOOD) {
                ranked.add(0, ranked.remove(i));
                break;
            }
        }
        return List.copyOf(ranked);
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
     * @return the difference; above -2 and perhaps below zero where the winner converged and the second ran into a boundary; of
     *     any size where the second is one of those that come last; empty without a second
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
