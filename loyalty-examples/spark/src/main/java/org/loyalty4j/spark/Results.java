package org.loyalty4j.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.loyalty4j.cli.analyze.AnalysisOptions;
import org.loyalty4j.profile.BaseSummary;
import org.loyalty4j.quadrant.QuadrantRow;
import org.loyalty4j.rfm.SegmentSummary;

/**
 * The folder of the results, wherever Spark can write: {@code customers}, {@code segments} and {@code quadrants} as Parquet, and
 * {@code summary.json}, which is written last.
 */
final class Results {
    static final String CUSTOMERS = "customers";
    static final String SEGMENTS = "segments";
    static final String QUADRANTS = "quadrants";
    static final String SUMMARY = "summary.json";

    private static final int MONEY_DIGITS = 38;

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

    /** Writes everything; an earlier summary goes first, so that one is there only when all is. */
    void write(SparkReport report, AnalysisOptions options) {
        try {
            files().delete(at(SUMMARY), false);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        write(report.customers(), CUSTOMERS);
        write(segments(report.summary(), report.scale()), SEGMENTS);
        write(quadrants(report.summary(), report.scale()), QUADRANTS);
        String json = report.summaryJson(options);
        try (OutputStream out = files().create(at(SUMMARY), true)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Dataset<Row> segments(BaseSummary summary, int scale) {
        List<Row> rows = new ArrayList<>();
        for (SegmentSummary segment : summary.segments()) {
            SegmentSummary.Medians medians = segment.medians();
            rows.add(RowFactory.create(
                    segment.segment().key(),
                    segment.customers(),
                    segment.orders(),
                    segment.revenue(),
                    medians == null ? null : medians.recencyDays(),
                    medians == null ? null : medians.frequency(),
                    medians == null ? null : medians.monetary()));
        }
        return session.createDataFrame(
                        rows,
                        new StructType()
                                .add("segment", DataTypes.StringType, false)
                                .add("customers", DataTypes.LongType, false)
                                .add("orders", DataTypes.LongType, false)
                                .add("revenue", revenue(scale), false)
                                .add("median_recency_days", DataTypes.DoubleType, true)
                                .add("median_frequency", DataTypes.DoubleType, true)
                                .add("median_monetary", DataTypes.DoubleType, true))
                .coalesce(1);
    }

    private Dataset<Row> quadrants(BaseSummary summary, int scale) {
        List<Row> rows = new ArrayList<>();
        for (QuadrantRow quadrant : summary.quadrants()) {
            rows.add(RowFactory.create(quadrant.quadrant().key(), quadrant.customers(), quadrant.revenue()));
        }
        return session.createDataFrame(
                        rows,
                        new StructType()
                                .add("quadrant", DataTypes.StringType, false)
                                .add("customers", DataTypes.LongType, false)
                                .add("revenue", revenue(scale), false))
                .coalesce(1);
    }

    private static DataType revenue(int scale) {
        return DataTypes.createDecimalType(MONEY_DIGITS, scale);
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
