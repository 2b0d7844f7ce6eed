package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.loyalty4j.internal.NamedValues;

/**
 * A model that is its parameters, all of them positive, under the symbols of its paper.
 *
 * @param <M> the model's own type
 */
public interface ParametricModel<M extends ParametricModel<M>> extends Serializable {

    /**
     * The model's name in the literature.
     *
     * @return the name, such as {@code BG/NBD}
     */
    String name();

    /**
     * The symbols of the parameters.
     *
     * @return the symbols in the order of the paper, such as {@code [r, alpha, a, b]}
     */
    List<String> symbols();

    /**
     * The values of the parameters.
     *
     * @return a new array in the order of {@link #symbols()}, each in (0, inf)
     */
    double[] values();

    /**
     * The same model with other parameters.
     *
     * @param values the parameters in the order of {@link #symbols()}, each in (0, inf)
     * @return the model, everything that is not a parameter unchanged
     * @throws IllegalArgumentException if there are more or fewer values than symbols, or one is out of range
     */
    M withValues(double... values);

    /**
     * The parameters by symbol.
     *
     * @return an unmodifiable map in the order of {@link #symbols()}
     */
    default Map<String, Double> parameters() {
        return NamedValues.of(symbols(), values());
    }
}
