package org.loyalty4j.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.loyalty4j.cli.input.RecordReader;
import org.loyalty4j.cli.input.RejectReason;

/**
 * Turns the rows of a table into entries of one form: whose, what kind, which day, how much. Every value becomes text first, which
 * the command line's own reader of records reads. A row that cannot be used is an entry too, with the reason in place of a
 * customer, so that nothing is lost from the books.
 */
final class Entries {
    static final String CUSTOMER = "customer_id";
    static final String REJECTED = "rejected";
    static final String SOURCE = "source";
    static final String DAY = "day";
    static final String VALUE = "value";

    static final StructType SCHEMA = new StructType()
            .add(CUSTOMER, DataTypes.StringType, true)
            .add(REJECTED, DataTypes.StringType, true)
            .add(SOURCE, DataTypes.IntegerType, false)
            .add(DAY, DataTypes.IntegerType, false)
            .add(VALUE, DataTypes.LongType, false);

    private static final int FIELDS = 3;

    /** Makes the reader of a partition's records. */
    interface Opening extends Serializable {
        RecordReader open();
    }

    private Entries() {}

    /** The entries of a table. */
    static Dataset<Row> of(Dataset<Row> table, InputColumns columns, Source source, Opening reader) {
        Column corrupt = Arrays.asList(table.columns()).contains(Tables.CORRUPT)
                ? functions.col(Tables.CORRUPT).isNotNull()
                : functions.lit(false);
        MapPartitionsFunction<Row, Row> parse = rows -> new ParsedRows(rows, source, reader.open(), new ValueText());
        return table.select(
                        TypedColumn.ID.of(table, columns.customerId(), source),
                        TypedColumn.DATE.of(table, columns.date(), source),
                        value(table, columns.value(), source),
                        corrupt)
                .mapPartitions(parse, Encoders.row(SCHEMA));
    }

    private static Column value(Dataset<Row> table, String name, Source source) {
        if (source != Source.CUSTOMERS) {
            return TypedColumn.NUMBER.of(table, name, source);
        }
        return name.equals(InputColumns.LEFT_ON) && !TypedColumn.isIn(table, name)
                ? functions.lit(null).cast(DataTypes.StringType)
                : TypedColumn.DATE.of(table, name, source);
    }

    /** The entries of the rows of one partition, made as they are asked for. */
    private record ParsedRows(Iterator<Row> rows, Source source, RecordReader reader, ValueText text)
            implements Iterator<Row> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            Row row = rows.next();
            Optional<RejectReason> rejected = row.getBoolean(FIELDS)
                    ? Optional.of(RejectReason.WRONG_FIELD_COUNT)
                    : reader.read(text.of(row.get(0)), text.of(row.get(1)), text.of(row.get(2)));
            return rejected.isPresent()
                    ? RowFactory.create(null, source + ":" + rejected.get(), source.code(), 0, 0L)
                    : RowFactory.create(reader.customerId(), null, source.code(), reader.epochDay(), reader.value());
        }
    }
}
