package org.loyalty4j.spark;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** What a column may hold; numbers that are not exact become the shortest text that reads back as the same. */
enum TypedColumn {
    ID("text or a whole number", "byte", "short", "integer", "long"),
    DATE("a date, a timestamp or text", "date", "timestamp", "timestamp_ntz"),
    NUMBER("a number or text", "byte", "short", "integer", "long", "decimal", "float", "double");

    private static final Set<String> TEXT = Set.of("string", "char", "varchar");

    private final String expected;
    private final Set<String> types;

    TypedColumn(String expected, String... types) {
        this.expected = expected;
        this.types = Set.of(types);
    }

    /** The column of a table by its name, as {@link ValueText} takes it: points in time as microseconds, other days as numbers. */
    Column of(Dataset<Row> table, String name, Source source) {
        String known = named(table, name)
                .orElseThrow(() -> new IllegalArgumentException(source.key() + " have no column " + name
                        + ", expected one of " + String.join(", ", table.columns())));
        DataType type = table.schema().apply(known).dataType();
        if (!takes(type)) {
            throw new IllegalArgumentException("the column " + name + " of " + source.key() + " must be " + expected
                    + ", but is " + type.simpleString());
        }
        Column column = functions.col("`" + known.replace("`", "``") + "`");
        if (type.equals(DataTypes.TimestampType)) {
            return functions.unix_micros(column);
        }
        if (type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampNTZType)) {
            return functions.unix_date(column.cast(DataTypes.DateType));
        }
        return type instanceof DecimalType ? column : column.cast(DataTypes.StringType);
    }

    static boolean isIn(Dataset<Row> table, String name) {
        return named(table, name).isPresent();
    }

    private static Optional<String> named(Dataset<Row> table, String name) {
        return Stream.of(table.columns())
                .filter(column -> column.strip().equals(name))
                .findFirst();
    }

    private boolean takes(DataType type) {
        String name = type.typeName().replaceAll("\\(.*", "").toLowerCase(Locale.ROOT);
        return TEXT.contains(name)
                || types.contains(name)
                || (this == ID && type instanceof DecimalType decimal && decimal.scale() == 0);
    }
}
