package org.loyalty4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys in {@code docs/summary-json.md} are those of {@code summary.json}, and the other way round. */
class SummaryDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "summary-json.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(?<key>[^`]+)` \\| (?<type>[^|]+) \\|");
    private static final Map<String, List<String>> MEMBERS = Map.of(
            "share", List.of(".count", ".of", ".value", ".lower", ".upper"),
            "estimate", List.of(".value", ".lower", ".upper"),
            "score", List.of(".promoters", ".passives", ".detractors", ".value", ".lower", ".upper"),
            "weighted",
                    List.of(
                            ".value",
                            ".lower",
                            ".upper",
                            ".design_effect",
                            ".effective_sample_size",
                            ".covered",
                            ".population"),
            "test", List.of(".statistic", ".degrees_of_freedom", ".p_value"));

    /** Types whose members or elements depend on the data. */
    private static final Set<String> WHOLE = Set.of("counts", "fit", "texts");

    @TempDir
    Path folder;

    @Test
    void documentedKeysAreTheKeysWritten() throws IOException {
        Set<String> documented = new TreeSet<>();
        Set<String> whole = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(DOCUMENT));
        while (row.find()) {
            String key = row.group("key");
            String type = row.group("type").strip();
            MEMBERS.getOrDefault(type, List.of("")).forEach(member -> documented.add(key + member));
            if (WHOLE.contains(type)) {
                whole.add(key);
            }
        }
        Set<String> written = new TreeSet<>();
        collect("", summary(), whole, written);
        assertThat(written).isEqualTo(documented);
    }

    /** A run in which every part is there: all inputs, a value, an earlier date, a rejected row. */
    private JsonNode summary() throws IOException {
        Path demo = Path.of("demo");
        Path transactions = folder.resolve("transactions.csv");
        Files.writeString(transactions, Files.readString(demo.resolve("transactions.csv")) + "C9,not a day,1.00\n");
        StringWriter err = new StringWriter();
        String[] args = {
            "analyze",
            "--transactions=" + transactions,
            "--surveys=" + demo.resolve("surveys.csv"),
            "--customers=" + demo.resolve("customers.csv"),
            "--as-of=2025-12-31",
            "--compare-to=2025-06-30",
            "--horizon=1y",
            "--discount-rate=0.10",
            "--margin=0.35",
            "--out=" + folder.resolve("report")
        };
        int code = LoyaltyCommand.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("report").resolve("summary.json")));
    }

    private static void collect(String path, JsonNode node, Set<String> whole, Set<String> keys) {
        if (node.isObject() && !whole.contains(path)) {
            node.properties()
                    .forEach(member -> collect(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            whole,
                            keys));
        } else if (node.isArray() && !whole.contains(path)) {
            node.forEach(element -> collect(path + "[]", element, whole, keys));
        } else {
            keys.add(path);
        }
    }
}
