package org.loyalty4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every {@code loyalty} command line in the README and the documents is one that the command takes. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```(?:sh)?\\n(.*?)^```$");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^|&& *)(?:loyalty|java -jar \\S*loyalty\\.jar) +(.*)$");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"), Path.of("demo"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(name -> name.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    Matcher block = SHELL.matcher(Files.readString(file));
                    while (block.find()) {
                        Matcher command = COMMAND.matcher(block.group(1).replace("\\\n", " "));
                        while (command.find()) {
                            commands.add(command.group(1));
                        }
                    }
                }
            }
        }
        return commands;
    }

    @Test
    void thereAreSome() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(6).anyMatch(command -> command.contains("--jdbc"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void parses(String command) {
        CommandLine.ParseResult parsed =
                new CommandLine(new LoyaltyCommand()).parseArgs(words(command).toArray(String[]::new));
        assertThat(parsed.hasSubcommand()).as(command).isTrue();
    }

    /** Parts a command line as a shell does, as far as the documents go. */
    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group().replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2"))
                .toList();
    }
}
