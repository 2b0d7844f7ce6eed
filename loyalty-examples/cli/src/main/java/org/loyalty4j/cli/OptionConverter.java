package org.loyalty4j.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the value of an option by a function that refuses what it cannot read with an {@link IllegalArgumentException},
 * whose message the user is shown.
 *
 * @param <T> the type of the value
 */
public abstract class OptionConverter<T> implements ITypeConverter<T> {
    private final Function<String, T> parser;

    /**
     * Creates a converter.
     *
     * @param parser reads the text of the option
     */
    protected OptionConverter(Function<String, T> parser) {
        this.parser = parser;
    }

    @Override
    public T convert(String value) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * Reads a constant of an enum by its key.
     *
     * @param <E> the enum
     * @param value the text of the option
     * @param constants the constants that are possible
     * @return the constant
     * @throws IllegalArgumentException if it is none of them
     */
    @SafeVarargs
    protected static <E extends Enum<E>> E oneOf(String value, E... constants) {
        for (E constant : constants) {
            if (keyOf(constant).equals(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("expected one of "
                + Arrays.stream(constants).map(OptionConverter::keyOf).collect(Collectors.joining(", ")) + ", but was `"
                + value + "`");
    }

    /**
     * A constant of an enum as an option takes it: {@code NET_PER_DAY} is {@code net-per-day}.
     *
     * @param constant the constant
     * @return its key
     */
    public static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a number.
     *
     * @param text the text of the option, or of a part of it
     * @return the number
     * @throws IllegalArgumentException if it is none
     */
    protected static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("expected a number, but was `" + text + "`", notANumber);
        }
    }
}
