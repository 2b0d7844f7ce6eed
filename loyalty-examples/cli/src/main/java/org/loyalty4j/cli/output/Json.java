package org.loyalty4j.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the command writes JSON, and doubles anywhere: as the shortest text that reads back as the same double. */
public final class Json {
    // The fast writer prints doubles by the same rule on every JVM.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    // What is ambiguous is refused: a key twice, or a text where a number belongs.
    private static final JsonMapper STRICT = MAPPER.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private Json() {}

    /**
     * The mapper for writing and for making nodes.
     *
     * @return the mapper
     */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * The mapper for files that users may have edited: it refuses a key that is given twice, and text in place of a number.
     *
     * @return the mapper
     */
    public static JsonMapper strict() {
        return STRICT;
    }

    /**
     * Writes an object.
     *
     * @param root the object
     * @param out where to write; left open
     * @throws IOException if it cannot be written
     */
    public static void write(ObjectNode root, Writer out) throws IOException {
        out.write(MAPPER.writeValueAsString(root));
    }

    /**
     * A double as JSON and CSV show it.
     *
     * @param value a finite number
     * @return the shortest decimal that reads back as it
     */
    public static String text(double value) {
        return NumberOutput.toString(value, true);
    }

    /**
     * A number as JSON can hold it.
     *
     * @param value a number
     * @return the number; null if it is infinite or none, for which JSON has no number
     */
    public static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /**
     * Puts a number that may be missing.
     *
     * @param node where to put it
     * @param key under which key
     * @param value the number; null in the JSON if there is none
     */
    public static void put(ObjectNode node, String key, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(key, value.getAsDouble());
        } else {
            node.putNull(key);
        }
    }
}
