package org.loyalty4j.spark;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Scale;
import org.loyalty4j.cli.input.RejectReason;

/**
 * Turns the rows of a table into entries of one form: whose, what kind, which day, how much. A row that cannot be used is an
 * entry too, with the reason in place of a customer, so that nothing is lost from the books.
 */
final class Entries implements Serializable {
    private static final long serialVersionUID = 1L;

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

    private static final int ID_AT = 0;
    private static final int DATE_AT = 1;
    private static final int VALUE_AT = 2;
    private static final int CORRUPT_AT = 3;

    /** How a column comes once Spark has made it simple. */
    private enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        REAL, // comes as text: the shortest that reads back as the same number
        EPOCH_DAY,
        EPOCH_MICROS
    }

    private final Source source;
    private final Days days;
    private final Amounts amounts;
    private final boolean rejectRefunds;
    private final Scale scores;

    Entries(Source source, @Nullable ZoneId zone, int scale, boolean rejectRefunds, Scale scores) {
        this.source = source;
        this.days = new Days(zone);
        this.amounts = new Amounts(scale);
        this.rejectRefunds = rejectRefunds;
        this.scores = scores;
    }

    /** The entries of a table. */
    Dataset<Row> of(Dataset<Row> table, InputColumns columns) {
        StructType schema = table.schema();
        List<Column> simple = new ArrayList<>();
        List<Kind> kinds = List.of(
                add(simple, schema, columns.customerId(), ID_AT),
                add(simple, schema, columns.date(), DATE_AT),
                add(simple, schema, columns.value(), VALUE_AT));
        boolean text = Arrays.asList(schema.fieldNames()).contains(Tables.CORRUPT);
        if (text) {
            simple.add(functions.col(Tables.CORRUPT));
        }
        MapPartitionsFunction<Row, Row> parse = rows -> new ParsedRows(rows, this, kinds, text);
        return table.select(simple.toArray(Column[]::new)).mapPartitions(parse, Encoders.row(SCHEMA));
    }

    private Kind add(List<Column> simple, StructType schema, String name, int at) {
        if (!Arrays.asList(schema.fieldNames()).contains(name)) {
            throw new IllegalArgumentException(source.key() + " have no column " + name + ", expected one of "
                    + String.join(", ", schema.fieldNames()));
        }
        Column column = functions.col("`" + name.replace("`", "``") + "`");
        DataType type = schema.apply(name).dataType();
        Kind kind = kind(type);
        boolean date = kind == Kind.EPOCH_DAY || kind == Kind.EPOCH_MICROS;
        boolean fits = kind == Kind.TEXT
                || switch (at) {
                    case ID_AT -> kind == Kind.WHOLE || (type instanceof DecimalType decimal && decimal.scale() == 0);
                    case DATE_AT -> date;
                    default -> !date && kind != null;
                };
        if (kind == null || !fits) {
            throw new IllegalArgumentException("the column " + name + " of " + source.key() + " must be "
                    + (at == DATE_AT
                            ? "a date, a timestamp or text"
                            : at == ID_AT ? "text or a whole number" : "a number or text")
                    + ", but is " + type.simpleString());
        }
        simple.add(
                switch (kind) {
                    case WHOLE -> column.cast(DataTypes.LongType);
                    case REAL -> column.cast(DataTypes.StringType);
                    case EPOCH_DAY -> functions.unix_date(column.cast(DataTypes.DateType));
                    case EPOCH_MICROS -> functions.unix_micros(column);
                    default -> column;
                });
        return kind;
    }

    private static @Nullable Kind kind(DataType type) {
        return switch (type.typeName().replaceAll("\\(.*", "").toLowerCase(Locale.ROOT)) {
            case "string", "char", "varchar" -> Kind.TEXT;
            case "byte", "short", "integer", "long" -> Kind.WHOLE;
            case "decimal" -> Kind.DECIMAL;
            case "float", "double" -> Kind.REAL;
            case "date", "timestamp_ntz" -> Kind.EPOCH_DAY;
            case "timestamp" -> Kind.EPOCH_MICROS;
            default -> null;
        };
    }

    /** The entries of the rows of one partition, made as they are asked for. */
    private record ParsedRows(Iterator<Row> rows, Entries entries, List<Kind> kinds, boolean text)
            implements Iterator<Row> {

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            Row row = rows.next();
            int source = entries.source.code();
            try {
                if (text && !row.isNullAt(CORRUPT_AT)) {
                    throw new UnusableRow(RejectReason.WRONG_FIELD_COUNT);
                }
                String id = id(row);
                int day = day(row);
                long value = entries.source == Source.TRANSACTIONS ? amount(row) : score(row);
                return RowFactory.create(id, null, source, day, value);
            } catch (UnusableRow unusable) {
                return RowFactory.create(
                        null, entries.source.key() + ":" + unusable.reason().key(), source, 0, 0L);
            }
        }

        private String id(Row row) throws UnusableRow {
            String id = row.isNullAt(ID_AT) ? "" : row.get(ID_AT).toString().strip();
            if (id.isEmpty()) {
                throw new UnusableRow(RejectReason.MISSING_ID);
            }
            return id;
        }

        private int day(Row row) throws UnusableRow {
            if (row.isNullAt(DATE_AT)) {
                throw new UnusableRow(RejectReason.MISSING_DATE);
            }
            return switch (kinds.get(DATE_AT)) {
                case EPOCH_DAY -> entries.days.ofEpochDay(row.getInt(DATE_AT));
                case EPOCH_MICROS -> entries.days.ofEpochMicros(row.getLong(DATE_AT));
                default -> entries.days.ofText(row.getString(DATE_AT).strip());
            };
        }

        private long amount(Row row) throws UnusableRow {
            if (row.isNullAt(VALUE_AT)) {
                throw new UnusableRow(RejectReason.MISSING_AMOUNT);
            }
            Amounts amounts = entries.amounts;
            long minor = switch (kinds.get(VALUE_AT)) {
                case WHOLE -> amounts.ofWhole(row.getLong(VALUE_AT));
                case DECIMAL -> amounts.ofDecimal(row.getDecimal(VALUE_AT));
                default -> amounts.ofText(row.getString(VALUE_AT).strip());
            };
            if (entries.rejectRefunds && minor < 0) {
                throw new UnusableRow(RejectReason.REFUND);
            }
            return minor;
        }

        private long score(Row row) throws UnusableRow {
            String text =
                    row.isNullAt(VALUE_AT) ? "" : row.get(VALUE_AT).toString().strip();
            if (text.isEmpty()) {
                throw new UnusableRow(RejectReason.MISSING_SCORE);
            }
            BigDecimal score = Amounts.decimal(text);
            if (score == null) {
                throw new UnusableRow(RejectReason.BAD_SCORE);
            }
            if (score.signum() != 0 && score.stripTrailingZeros().scale() > 0) {
                throw new UnusableRow(RejectReason.BAD_SCORE);
            }
            if (score.compareTo(BigDecimal.valueOf(entries.scores.minimum())) < 0
                    || score.compareTo(BigDecimal.valueOf(entries.scores.maximum())) > 0) {
                throw new UnusableRow(RejectReason.SCORE_OFF_SCALE);
            }
            return score.intValueExact();
        }
    }
}
