package org.loyalty4j.cli.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.SavedModel;
import org.loyalty4j.cli.OptionConverter;

/**
 * Parameters of a model as a user writes them: {@code r=0.243,alpha=4.414}.
 *
 * @param values the values by symbol
 */
public record ModelParameters(Map<String, Double> values) {

    public ModelParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The Gamma-Gamma model with these parameters.
     *
     * @return the model
     * @throws IllegalArgumentException if the parameters are not its own or out of range
     */
    public GammaGamma gammaGamma() {
        return (GammaGamma) new SavedModel(SavedModel.FORMAT, SavedModel.VERSION, "gammagamma", null, values).toModel();
    }

    /** Reads them. */
    public static final class Converter extends OptionConverter<ModelParameters> {
        /** Creates the converter. */
        public Converter() {
            super(Converter::parse);
        }

        private static ModelParameters parse(String text) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (String entry : text.split(",", -1)) {
                int equals = entry.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("expected symbol=number, but was `" + entry + "`");
                }
                String symbol = entry.substring(0, equals).strip();
                if (values.put(symbol, number(entry.substring(equals + 1).strip())) != null) {
                    throw new IllegalArgumentException("parameter " + symbol + " is given twice");
                }
            }
            return new ModelParameters(values);
        }
    }
}
