package org.loyalty4j.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Opens the session of a run. */
final class Sessions {
    private static final String LOG_CONFIGURATION = "log4j2.configurationFile";

    private Sessions() {}

    /** The session of the cluster that {@code spark-submit} named; without one, this machine with all its processors. */
    static SparkSession open() {
        boolean submitted = System.getProperty("spark.master") != null;
        return SparkSession.builder()
                .config(submitted ? settings(new SparkConf()) : embedded("local[*]"))
                .getOrCreate();
    }

    /** Spark within this process: nothing listens but on this machine, and nothing is logged but warnings. */
    static SparkConf embedded(String master) {
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "classpath:org/loyalty4j/spark/log4j2.properties");
        }
        return settings(new SparkConf().setMaster(master))
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.driver.host", "127.0.0.1")
                .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
                .setIfMissing("spark.executor.heartbeatInterval", "60s") // or a slow start is taken for a lost executor
                .setIfMissing(
                        "spark.sql.shuffle.partitions",
                        Integer.toString(4 * Runtime.getRuntime().availableProcessors()));
    }

    private static SparkConf settings(SparkConf conf) {
        // From 128 customers on Spark would sort all rows of a partition rather than keep a table of them.
        return conf.setIfMissing("spark.app.name", "loyalty")
                .setIfMissing("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "200000")
                .setIfMissing("spark.sql.parquet.compression.codec", "zstd")
                .setIfMissing("spark.sql.debug.maxToStringFields", "1000"); // or it warns of longer plans
    }
}
