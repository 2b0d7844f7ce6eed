package org.loyalty4j.cli;

import java.util.function.Function;
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
}
