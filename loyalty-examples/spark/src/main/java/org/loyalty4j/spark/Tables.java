package org.loyalty4j.spark;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Opens the tables of a file or folder. */
final class Tables {
    /** Where Spark puts a line of text that has more or fewer fields than the header. */
    static final String CORRUPT = "_corrupt_record";

    private Tables() {}

    static Dataset<Row> open(SparkSession session, String path, InputFormat format) {
        return format == InputFormat.PARQUET ? session.read().parquet(path) : csv(session, path);
    }

    /** All columns as text, read by the rules of RFC 4180; what the text says is found out later, row by row. */
    private static Dataset<Row> csv(SparkSession session, String path) {
        String[] header = session.read()
                .option("header", true)
                .option("escape", "\"")
                .csv(path)
                .columns();
        StructType schema = new StructType(Arrays.stream(header)
                        .map(name -> new StructField(name, DataTypes.StringType, true, Metadata.empty()))
                        .toArray(StructField[]::new))
                .add(CORRUPT, DataTypes.StringType);
        return session.read()
                .schema(schema)
                .option("header", true)
                .option("enforceSchema", false) // the header of every file must be this one
                .option("escape", "\"")
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", CORRUPT)
                .option("columnPruning", false) // or lines of other lengths would pass
                .csv(path);
    }
}
