package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the Java in the README and the documents, and follows their links.
 *
 * <p>The blocks of a document are one JShell session, from top to bottom:
 *
 * <ul>
 *   <li>{@code ```java}: runs without an error; what it prints is not looked at.
 *   <li>{@code ```jshell}: what follows the prompts {@code jshell>} and {@code ...>} runs, and each answer is the one that is
 *       shown, blank lines and blanks at the end of lines aside.
 *   <li>{@code <!-- setup ... -->}: runs like Java, and is not shown to the reader.
 * </ul>
 *
 * <p>With {@code -Ddocuments.write=true} the answers in the documents are replaced by the ones that come out.
 *
 * <p>Paths in the documents begin at the root of the repository, one folder above the one in which tests run.
 */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(?<kind>java|jshell)\\n(?<code>.*?)^```$|^<!-- setup\\n(?<setup>.*?)^-->$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(?<text>.+)$");
    private static final boolean WRITE = Boolean.getBoolean("documents.write");
    private static final String PROMPT = "jshell> ";
    private static final String CONTINUED = "   ...> ";
    private static final int LONGEST_VARIABLE = 80; // the lengths to which the tool cuts values
    private static final int LONGEST_EXPRESSION = 1000;
    private static final int LONGEST_SENT = 21_844; // from the virtual machine that runs to the one that shows

    @TestFactory
    Stream<DynamicTest> javaRuns() throws IOException {
        return documents().stream()
                .filter(document -> BLOCK.matcher(read(document)).find())
                .map(document -> dynamicTest(name(document), () -> run(document)));
    }

    @TestFactory
    Stream<DynamicTest> linksLead() throws IOException {
        return documents().stream().map(document -> dynamicTest(name(document), () -> follow(document)));
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        assertThat(documents).hasSizeGreaterThan(5);
        return documents;
    }

    private static String name(Path document) {
        return ROOT.relativize(document).toString();
    }

    private static String read(Path document) {
        try {
            return Files.readString(document, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void run(Path document) throws IOException {
        String text = read(document);
        StringBuilder rewritten = new StringBuilder();
        try (Session session = new Session()) {
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                String replacement = block.group();
                if (block.group("setup") != null) {
                    session.run(block.group("setup"));
                } else if (block.group("kind").equals("java")) {
                    session.run(block.group("code"));
                } else {
                    String real = rerun(session, block.group("code"));
                    if (!WRITE) {
                        assertThat(trimmed(real)).isEqualTo(trimmed(block.group("code")));
                    }
                    replacement = "```jshell\n" + trimmed(real).replace("\n" + PROMPT, "\n\n" + PROMPT) + "\n```";
                }
                block.appendReplacement(rewritten, Matcher.quoteReplacement(replacement));
            }
            block.appendTail(rewritten);
        }
        if (WRITE) {
            Files.writeString(document, rewritten);
        }
    }

    /** Runs what is typed in a session and returns the session as it is now. */
    private static String rerun(Session session, String shown) {
        StringBuilder real = new StringBuilder();
        List<String> lines = shown.lines().toList();
        for (int i = 0; i < lines.size(); ) {
            String line = lines.get(i++);
            if (!line.startsWith(PROMPT)) {
                continue; // an answer
            }
            StringBuilder input = new StringBuilder(line.substring(PROMPT.length()));
            real.append(line).append('\n');
            while (i < lines.size() && lines.get(i).startsWith(CONTINUED)) {
                assertThat(session.isComplete(input.toString()))
                        .as("the tool would not wait for more after: " + input)
                        .isFalse();
                real.append(lines.get(i)).append('\n');
                input.append('\n').append(lines.get(i++).substring(CONTINUED.length()));
            }
            real.append(session.shownAnswer(input.toString()));
        }
        return real.toString();
    }

    private static String trimmed(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static void follow(Path document) {
        String text = FENCED.matcher(read(document)).replaceAll("");
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String target = link.group("target");
            if (target.startsWith("https://")) {
                continue;
            }
            assertThat(target).as("only https links and relative ones").doesNotContain("://");
            String[] parts = target.split("#", 2);
            Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            assertThat(file).as(target).exists();
            if (parts.length == 2) {
                assertThat(anchors(read(file))).as(target).contains(parts[1]);
            }
        }
    }

    /** The anchors that GitHub makes of headings. */
    private static Set<String> anchors(String document) {
        return HEADING.matcher(FENCED.matcher(document).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                        .strip()
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** A JShell in this virtual machine that answers like the tool. */
    private static final class Session implements AutoCloseable {
        private final JShell shell;
        private int shown; // snippets in sessions, by which the tool numbers its values

        Session() {
            shell = JShell.builder()
                    .executionEngine("local")
                    .tempVariableNameGenerator(() -> "$" + shown)
                    .build();
            shell.addToClasspath(System.getProperty("java.class.path"));
            for (String name : List.of(
                    "java.io", "java.math", "java.nio.file", "java.util", "java.util.function", "java.util.stream")) {
                run("import " + name + ".*;");
            }
        }

        /** Runs complete snippets one after the other. */
        void run(String code) {
            answer(code, 0);
        }

        /** Runs snippets of a session that is shown, and returns what the tool would print. */
        String shownAnswer(String code) {
            return answer(code, 1);
        }

        boolean isComplete(String code) {
            return shell.sourceCodeAnalysis()
                    .analyzeCompletion(code)
                    .completeness()
                    .isComplete();
        }

        private String answer(String code, int counted) {
            StringBuilder answers = new StringBuilder();
            String rest = code.replace("\"loyalty-examples/", "\"../loyalty-examples/");
            while (!rest.isBlank()) {
                SourceCodeAnalysis.CompletionInfo next =
                        shell.sourceCodeAnalysis().analyzeCompletion(rest);
                assertThat(next.completeness().isComplete())
                        .as("complete: " + rest)
                        .isTrue();
                shown += counted;
                answers.append(answerOne(next.source()));
                rest = next.remaining();
            }
            return answers.toString();
        }

        private String answerOne(String source) {
            PrintStream console = System.out;
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            List<SnippetEvent> events;
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                events = shell.eval(source);
            } finally {
                System.setOut(console);
            }
            StringBuilder answer = new StringBuilder(printed.toString(StandardCharsets.UTF_8));
            for (SnippetEvent event : events) {
                assertThat(event.exception()).as(source).isNull();
                List<String> errors = shell.diagnostics(event.snippet())
                        .filter(Diag::isError)
                        .map(diag -> diag.getMessage(Locale.ROOT))
                        .toList();
                assertThat(errors).as(source).isEmpty();
                assertThat(event.status()).as(source).isIn(Snippet.Status.VALID, Snippet.Status.OVERWRITTEN);
                if (event.snippet() instanceof MethodSnippet method) {
                    answer.append("|  created method " + method.name() + "(" + method.parameterTypes() + ")\n");
                }
                if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet variable) {
                    boolean named = variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
                    answer.append(variable.name())
                            .append(" ==> ")
                            .append(cut(event.value(), named ? LONGEST_VARIABLE : LONGEST_EXPRESSION))
                            .append('\n');
                }
            }
            return answer.toString();
        }

        /** Long values lose their middle. */
        private static String cut(String whole, int limit) {
            String value = whole.substring(0, Math.min(whole.length(), LONGEST_SENT));
            if (value.length() <= limit) {
                return value;
            }
            int end = limit / 3;
            return value.substring(0, limit - 5 - end) + " ... " + value.substring(value.length() - end);
        }

        @Override
        public void close() {
            shell.close();
        }
    }
}
