package org.loyalty4j.cli.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.ParametricModel;
import org.loyalty4j.btyd.SavedModel;
import org.loyalty4j.cli.input.InputException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that give a model with its parameters: from a file, or as they were published. A group of which one is given. */
public final class ModelOptions {
    @Option(
            names = "--model-file",
            paramLabel = "FILE",
            required = true,
            description = "A model as `loyalty fit` writes it.")
    private @Nullable Path file;

    @ArgGroup(exclusive = false)
    private @Nullable Published published;

    /** A model and its parameters. */
    static final class Published {
        @Option(
                names = "--model",
                paramLabel = "MODEL",
                required = true,
                description = "Model instead of a file: bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K, nbd or bgbb.")
        String model = "";

        @Option(
                names = "--parameters",
                paramLabel = "SYMBOL=N,...",
                required = true,
                converter = ModelParameters.Converter.class,
                description = "Its parameters by their symbols, such as r=0.243,alpha=4.414,a=0.793,b=2.426.")
        ModelParameters parameters = new ModelParameters(Map.of());
    }

    /** Creates the options. */
    public ModelOptions() {}

    /**
     * The file of the model.
     *
     * @return the file; empty if the parameters are given
     */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * The model.
     *
     * @param unit the unit of parameters that are given; a file has its own
     * @return the model
     * @throws InputException if the file cannot be read or makes no sense
     * @throws IllegalArgumentException if there is no such model, or the parameters are not its own or out of range
     */
    public ParametricModel<?> model(PeriodUnit unit) {
        if (published == null) {
            return ModelFile.read(Objects.requireNonNull(file, "file"));
        }
        if (!Set.of(ModelNames.BG_BB, ModelNames.GAMMA_GAMMA).contains(published.model)) {
            ModelNames.purchases(published.model, " and bgbb");
        }
        return new SavedModel(
                        SavedModel.FORMAT,
                        SavedModel.VERSION,
                        published.model,
                        unit.name().toLowerCase(Locale.ROOT),
                        published.parameters.values())
                .toModel();
    }
}
