package org.loyalty4j.benchmarks.compare;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the sides of a comparison.
 *
 * @param key its short name, such as {@code duckdb}
 * @param label what it is, for the table
 * @param script for a side in another language: interpreter, file and arguments; empty for one on the JVM
 * @param keepsOwnMemory whether its data are outside the heap of the JVM that it runs on, which can be small then
 * @param goal how many times as long it should take as this library; 0 where none is set
 */
record Contender(String key, String label, List<String> script, boolean keepsOwnMemory, double goal) {

    static Contender loyalty() {
        return java("loyalty", "loyalty", 0);
    }

    static Contender java(String key, String label, double goal) {
        return new Contender(key, label, List.of(), false, goal);
    }

    static Contender duckDb(double goal) {
        return new Contender("duckdb", "DuckDB", List.of(), true, goal);
    }

    static Contender python(String key, String label, double goal, String... script) {
        return new Contender(key, label, command("python3", script), true, goal);
    }

    static Contender r(String key, String label, double goal, String... script) {
        return new Contender(key, label, command("Rscript", script), true, goal);
    }

    private static List<String> command(String interpreter, String... script) {
        return Stream.concat(Stream.of(interpreter), Stream.of(script)).toList();
    }

    boolean isScript() {
        return !script.isEmpty();
    }
}
