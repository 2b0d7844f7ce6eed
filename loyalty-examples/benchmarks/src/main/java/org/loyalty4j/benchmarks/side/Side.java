package org.loyalty4j.benchmarks.side;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A way to do the work of a comparison. It is made ready once and run many times; only the runs are timed. */
public interface Side extends AutoCloseable {

    /** Makes what the work starts from. */
    void prepare() throws IOException, SQLException;

    /** What a run must not find as the run before left it; not timed. */
    default void refresh() {}

    /** Does the work. */
    void run() throws IOException, SQLException;

    /** What the last run found, as numbers: the same for all sides that are right. */
    double[] answer() throws SQLException;

    /** How good an answer of another side is, for comparisons in which one can be better than another. */
    default double judge(double[] answer) {
        throw new UnsupportedOperationException("this work has one right answer");
    }

    /** Writes what scripts in other languages start from. */
    default void export(Path folder) throws IOException {
        throw new UnsupportedOperationException("no script does this work");
    }

    /** What is run, with its version. */
    String version() throws SQLException;

    @Override
    default void close() throws SQLException {}
}
