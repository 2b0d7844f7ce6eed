package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts measured tables into a document: what stands between {@code <!-- measured: NAME -->} and {@code <!-- end -->} becomes what
 * {@code NAME.md} in the folder of the tables holds. {@code summary} has the lines of all comparisons, and {@code machine} becomes this
 * one where everything was measured. What has not been measured stays as it was.
 */
public final class Document {
    private static final String START = "<!-- measured: ";
    private static final String CLOSE = " -->";
    private static final String END = "<!-- end -->";
    private static final String HEADER = "| work | this library, s | beside | s | times as long | goal |";

    /** What {@code compare/all} measures besides comparisons. */
    private static final List<String> OTHERS = List.of("memory", "inner-loops", "growth");

    private static final List<String> GROWTH = List.of("growth-transactions", "growth-customers");

    private Document() {}

    /**
     * Writes the document anew.
     *
     * @param args the document, the folder of the tables, and the names of what was measured
     */
    public static void main(String[] args) throws IOException {
        Path document = Path.of(args[0]);
        Path tables = Path.of(args[1]);
        Set<String> names = new HashSet<>(List.of(args).subList(2, args.length));
        String text = Files.readString(document);
        Files.writeString(tables.resolve("summary.md"), summary(text, tables, names));
        if (names.containsAll(Comparison.names()) && names.containsAll(OTHERS)) {
            Files.writeString(tables.resolve("machine.md"), Machine.describe() + "\n");
            names.add("machine");
        }
        names.add("summary");
        if (names.contains("growth")) {
            names.addAll(GROWTH);
        }
        Files.writeString(document, filled(text, tables, names));
    }

    static String filled(String text, Path tables, Set<String> names) throws IOException {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf(START); start >= 0; start = text.indexOf(START, at)) {
            int content = text.indexOf(CLOSE, start) + CLOSE.length();
            int end = text.indexOf(END, content);
            String name = text.substring(start + START.length(), content - CLOSE.length());
            Path table = tables.resolve(name + ".md");
            filled.append(text, at, content);
            filled.append(
                    names.contains(name) && Files.exists(table)
                            ? "\n" + Files.readString(table).strip() + "\n"
                            : text.substring(content, end));
            at = end;
        }
        return filled.append(text, at, text.length()).toString();
    }

    /** The lines of what has been measured, and those of the document for what has not. */
    private static String summary(String text, Path tables, Set<String> names) throws IOException {
        Map<String, List<String>> linesOf = new LinkedHashMap<>();
        content(text, "summary")
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.equals(HEADER))
                .forEach(line -> linesOf.computeIfAbsent(
                                line.split(" \\| ", 2)[0].substring(2), work -> new ArrayList<>())
                        .add(line));
        for (String name : Comparison.names()) {
            Path file = tables.resolve(name + ".tsv");
            if (names.contains(name) && Files.exists(file)) {
                List<Result> results = Result.read(file);
                Result ours = results.get(0);
                linesOf.put(
                        ours.title(),
                        results.stream()
                                .skip(1)
                                .map(other -> Result.line(ours, other))
                                .toList());
            }
        }
        List<String> lines = new ArrayList<>(List.of(HEADER, "| --- | ---: | --- | ---: | ---: | ---: |"));
        linesOf.values().forEach(lines::addAll);
        return String.join("\n", lines) + "\n";
    }

    private static String content(String text, String name) {
        int start = text.indexOf(START + name + CLOSE);
        return start < 0 ? "" : text.substring(start, text.indexOf(END, start));
    }

    /** What the figures were measured on. */
    private static final class Machine {
        static String describe() throws IOException {
            return String.format(
                    Locale.ROOT,
                    "%s, %d processors, %,.0f GB; %s; %s %s.",
                    first(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch")),
                    Runtime.getRuntime().availableProcessors(),
                    Double.parseDouble(first(Path.of("/proc/meminfo"), "MemTotal", "0")
                                    .replaceAll("[^0-9]", ""))
                            / 1e6,
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    System.getProperty("java.vm.name"),
                    System.getProperty("java.vm.version"));
        }

        private static String first(Path file, String key, String otherwise) throws IOException {
            if (!Files.isReadable(file)) {
                return otherwise;
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        }
    }
}
