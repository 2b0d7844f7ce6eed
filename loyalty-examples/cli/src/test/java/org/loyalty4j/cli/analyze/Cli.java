package org.loyalty4j.cli.analyze;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loyalty4j.cli.LoyaltyCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run of the command in this process, and the files that it wrote. */
record Cli(int exit, String out, String err, Path folder) {

    /** Runs {@code loyalty analyze} with {@code --out folder}. */
    static Cli analyze(Path folder, String... options) {
        List<String> args = new ArrayList<>(List.of("analyze"));
        args.addAll(List.of(options));
        args.addAll(List.of("--out", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                LoyaltyCommand.run(args.toArray(new String[0]), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Cli(exit, out.toString(), err.toString(), folder);
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode summary() {
        return JsonMapper.shared().readTree(text("summary.json"));
    }

    /** The rows of customers.csv by customer, each a map of its columns. No field in these tests holds a comma. */
    Map<String, Map<String, String>> customers() {
        List<String> lines = text("customers.csv").lines().toList();
        String[] header = lines.get(0).split(",", -1);
        Map<String, Map<String, String>> customers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            customers.put(fields[0], row);
        }
        return customers;
    }
}
