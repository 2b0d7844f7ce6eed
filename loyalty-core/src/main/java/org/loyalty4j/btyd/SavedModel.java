package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;

/**
 * A model as the few plain values that have to be kept of it: text and numbers, which any JSON library writes and reads back as
 * they are. With one that maps records, {@code write(SavedModel.of(model))} and {@code read(SavedModel.class).toModel()} is all;
 * the model that comes back equals the one that was saved, to the bit.
 *
 * <p>Nothing is checked before {@link #toModel()}, so that a file that makes no sense is refused in plain words rather than in
 * those of the library that reads it.
 *
 * @param format what kind of file it is: {@link #FORMAT}
 * @param version the version of the format: {@link #VERSION}
 * @param model which model: {@code bgnbd}, {@code mbgnbd}, {@code paretonbd}, {@code bgcnbd-K}, {@code mbgcnbd-K}, {@code nbd},
 *     {@code bgbb} or {@code gammagamma}
 * @param unit the unit of time: {@code day}, {@code week}, {@code month} or {@code year}; null for the Gamma-Gamma model,
 *     which knows no time
 * @param parameters the parameters by the symbols of the paper
 */
public record SavedModel(
        @Nullable String format,
        int version,
        @Nullable String model,
        @Nullable String unit,
        @Nullable Map<String, Double> parameters)
        implements Serializable {
    /** The format that this class reads and writes. */
    public static final String FORMAT = "loyalty-model";

    /** The version of the format that this class reads and writes. */
    public static final int VERSION = 1;

    private static final String BG_BB = "bgbb";
    private static final String GAMMA_GAMMA = "gammagamma";

    public SavedModel {
        parameters = parameters == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Takes a model apart.
     *
     * @param model the model
     * @return its values in the present format
     */
    public static SavedModel of(ParametricModel<?> model) {
        Objects.requireNonNull(model, "model");
        if (model instanceof PurchaseModel<?> m) {
            return of(PurchaseModelChoice.of(m).key(), keyOf(m.unit()), model);
        }
        return model instanceof BgBb m ? of(BG_BB, keyOf(m.unit()), model) : of(GAMMA_GAMMA, null, model);
    }

    private static SavedModel of(String key, @Nullable String unit, ParametricModel<?> model) {
        return new SavedModel(FORMAT, VERSION, key, unit, model.parameters());
    }

    /**
     * Puts the model together.
     *
     * @return the model
     * @throws IllegalArgumentException if the format, the version, the model or the unit is not known, or if the parameters
     *     are not those of the model or out of range
     */
    public ParametricModel<?> toModel() {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("format must be " + FORMAT + ", but was " + format);
        }
        if (version != VERSION) {
            throw new IllegalArgumentException("version must be " + VERSION
                    + ", the one that this version of the library reads, but was " + version);
        }
        ParametricModel<?> any = any();
        return any.withValues(values(any.symbols()));
    }

    /** The model with parameters that mean nothing yet. */
    private ParametricModel<?> any() {
        String key = Objects.requireNonNullElse(model, "");
        return switch (key) {
            case BG_BB -> new BgBb(1, 1, 1, 1, periodUnit());
            case GAMMA_GAMMA -> new GammaGamma(1, 1, 1);
            default -> any(choice(key), periodUnit());
        };
    }

    private static PurchaseModelChoice choice(String key) {
        try {
            return PurchaseModelChoice.parse(key);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "model must be one of bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd, bgbb and"
                            + " gammagamma, but was " + key,
                    unknown);
        }
    }

    private static ParametricModel<?> any(PurchaseModelChoice choice, PeriodUnit unit) {
        return switch (choice.kind()) {
            case BG_NBD -> new BgNbd(1, 1, 1, 1, unit);
            case MBG_NBD -> new MbgNbd(1, 1, 1, 1, unit);
            case PARETO_NBD -> new ParetoNbd(1, 1, 1, 1, unit);
            case BG_CNBD -> new BgCnbd(choice.k(), 1, 1, 1, 1, unit);
            case MBG_CNBD -> new MbgCnbd(choice.k(), 1, 1, 1, 1, unit);
            case NBD -> new Nbd(1, 1, unit);
        };
    }

    private double[] values(List<String> symbols) {
        Map<String, Double> given = Objects.requireNonNullElse(parameters, Map.of());
        if (!given.keySet().equals(Set.copyOf(symbols))) {
            throw new IllegalArgumentException("parameters of " + model + " must be " + String.join(", ", symbols)
                    + ", but were " + String.join(", ", given.keySet()));
        }
        return symbols.stream()
                .mapToDouble(symbol -> Optional.ofNullable(given.get(symbol))
                        .orElseThrow(() -> new IllegalArgumentException(symbol + " must be a number, but was null")))
                .toArray();
    }

    private PeriodUnit periodUnit() {
        return Arrays.stream(PeriodUnit.values())
                .filter(known -> keyOf(known).equals(unit))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unit must be day, week, month or year, but was " + unit));
    }

    private static String keyOf(PeriodUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
