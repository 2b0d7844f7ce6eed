package org.loyalty4j.cli.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.ParametricModel;
import org.loyalty4j.btyd.SavedModel;
import org.loyalty4j.cli.input.InputException;
import org.loyalty4j.cli.input.TextFile;
import org.loyalty4j.cli.output.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model in a JSON file: what {@code loyalty fit} prints, and other commands read. The keys are in the README. */
public final class ModelFile {
    private ModelFile() {}

    /**
     * Reads a model. Of a fit it takes what makes the model; the rest is for people.
     *
     * @throws InputException if the file cannot be read, or is not a model that this version knows
     */
    static ParametricModel<?> read(Path file) {
        String text = TextFile.read(file);
        try {
            return Json.strict().readValue(text, SavedModel.class).toModel();
        } catch (JacksonException broken) {
            throw InputException.at(
                    file.toString(), line(broken), "is not the JSON of a model as `loyalty fit` writes it");
        } catch (IllegalArgumentException unknown) {
            throw InputException.in(file.toString(), String.valueOf(unknown.getMessage()));
        }
    }

    private static long line(JacksonException broken) {
        return broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNr());
    }

    /** A model as JSON. */
    static ObjectNode of(ParametricModel<?> model) {
        return Json.mapper().valueToTree(SavedModel.of(model));
    }

    /**
     * A fit as JSON: its model, and how far to believe it.
     *
     * @param fit the fit
     * @return what {@code loyalty fit} prints
     */
    public static ObjectNode of(Fit<?> fit) {
        ObjectNode root = of(fit.model());
        ObjectNode errors = root.putObject("standard_errors");
        Map<String, Double> standardErrors = fit.standardErrors();
        fit.model()
                .symbols()
                .forEach(symbol -> errors.put(symbol, Json.finite(standardErrors.getOrDefault(symbol, Double.NaN))));
        root.put("log_likelihood", Json.finite(fit.logLikelihood()));
        root.put("aic", Json.finite(fit.aic()));
        root.put("bic", Json.finite(fit.bic()));
        root.put("status", key(fit.status()));
        root.put("boundary", fit.boundary().map(ModelFile::key).orElse(null));
        putCount(root, "customers", fit.customers());
        root.put("distinct_histories", fit.distinctHistories());
        ArrayNode warnings = root.putArray("warnings");
        fit.warnings().forEach(warnings::add);
        fit.covariance().ifPresent(covariance -> {
            ArrayNode rows = root.putArray("covariance_of_logs");
            for (double[] row : covariance.toArray()) {
                ArrayNode cells = rows.addArray();
                for (double cell : row) {
                    cells.add(Json.finite(cell));
                }
            }
        });
        return root;
    }

    /** A number of customers; weights may make it a broken one. */
    private static void putCount(ObjectNode node, String key, double count) {
        if (count == Math.rint(count) && count < 1e15) {
            node.put(key, (long) count);
        } else {
            node.put(key, count);
        }
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
