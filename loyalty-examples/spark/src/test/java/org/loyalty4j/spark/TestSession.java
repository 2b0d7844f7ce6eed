package org.loyalty4j.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** One session at a time, kept from test to test as long as the master stays the same: opening one takes seconds. */
final class TestSession {
    private static @Nullable SparkSession open;
    static final String SHUFFLE_PARTITIONS = "3";

    private static String master = "";

    private TestSession() {}

    /** A session of so many threads, on which a task may fail three times. */
    static synchronized SparkSession on(int threads) {
        String wanted = "local[" + threads + ", 4]";
        if (open != null && (open.sparkContext().isStopped() || !wanted.equals(master))) {
            open.stop();
            open = null;
        }
        if (open == null) {
            Path folder = Path.of("").toAbsolutePath().resolve("spark-test");
            SparkConf conf = Sessions.embedded(wanted)
                    .setAppName("loyalty-test")
                    .set("spark.local.dir", folder.resolve("local").toString())
                    .set("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                    .set("spark.sql.shuffle.partitions", SHUFFLE_PARTITIONS);
            open = SparkSession.builder().config(conf).getOrCreate();
            master = wanted;
        }
        return open;
    }

    /** A new folder for the files of a test. */
    static Path folder(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("").toAbsolutePath().resolve("spark-test"));
            return Files.createTempDirectory(parent, name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
