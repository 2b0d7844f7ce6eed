package org.loyalty4j.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The folder of the results, wherever Spark can write: {@code customers}, {@code segments} and {@code quadrants} as Parquet, and
 * {@code summary.json}, which is written last.
 */
final class Results {
    static final String CUSTOMERS = "customers";
    static final String SEGMENTS = "segments";
    static final String QUADRANTS = "quadrants";
    static final String SUMMARY = "summary.json";

    private final SparkSession session;
    private final Path folder;
    private final boolean overwrite;

    Results(SparkSession session, String folder, boolean overwrite) {
        this.session = session;
        this.folder = new Path(folder);
        this.overwrite = overwrite;
    }

    private FileSystem files() throws IOException {
        return folder.getFileSystem(session.sparkContext().hadoopConfiguration());
    }

    /** Refuses to begin where earlier results are, unless they are to be replaced. */
    void requireRoom() {
        try {
            for (String name : List.of(CUSTOMERS, SEGMENTS, QUADRANTS, SUMMARY)) {
                if (!overwrite && files().exists(at(name))) {
                    throw new IllegalArgumentException(
                            at(name) + " is there already, expected --overwrite to replace it");
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes everything. The aggregates are read off the customers as they were written: nobody is scored twice. */
    void write(SparkReport report) {
        write(report.customers(), CUSTOMERS);
        Dataset<Row> customers = session.read().parquet(at(CUSTOMERS).toString());
        Dataset<Row> segments = totals(customers, "rfm_segment", "segment");
        Dataset<Row> quadrants = totals(customers, "quadrant", "quadrant");
        write(segments, SEGMENTS);
        write(quadrants, QUADRANTS);
        String json = new SummaryJson(report).text(segments.collectAsList(), quadrants.collectAsList());
        try (OutputStream out = files().create(at(SUMMARY), true)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Customers, orders and exact revenue by the values of a column, in order of the value. */
    private static Dataset<Row> totals(Dataset<Row> customers, String column, String name) {
        return customers
                .groupBy(functions.col(column).as(name))
                .agg(
                        functions.count(functions.lit(1)).as("customers"),
                        functions.sum("frequency").as("orders"),
                        functions.sum("historic_value").as("revenue"))
                .orderBy(name)
                .coalesce(1);
    }

    private void write(Dataset<Row> table, String name) {
        table.write()
                .mode(overwrite ? SaveMode.Overwrite : SaveMode.ErrorIfExists)
                .parquet(at(name).toString());
    }

    private Path at(String name) {
        return new Path(folder, name);
    }
}
