package org.loyalty4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A script in another language that fails has a line that says so, and the comparison goes on. */
class FailingPeersTest {
    private static final String WORKER = """
            import os, struct, sys, time

            def say(text):
                print(text, flush=True)

            def answer(*values):
                with open(argument, "wb") as out:
                    out.write(struct.pack("<%dd" % len(values), *values))
                say("written")

            say("found it 1.0")
            for line in sys.stdin:
                order, _, argument = line.strip().partition(" ")
                if order == "run" and RUN:
                    exec(RUN)
                elif order == "answer" and ANSWER:
                    exec(ANSWER)
                else:
                    say({"prepare": "ready", "run": "ran 0.5 0.5", "memory": "peak 1000000", "answer": "written"}[order])
            """;

    @BeforeAll
    static void pythonIsThere() {
        assumeThatCode(() -> new ProcessBuilder("python3", "--version").start().waitFor())
                .doesNotThrowAnyException();
    }

    @TempDir
    private Path folder = Path.of("");

    /** What a script does when it is told to run, and when it is asked for its answer. */
    private record Peer(String run, String answer) {
        String script() {
            return "RUN, ANSWER = \"\"\"" + run + "\"\"\", \"\"\"" + answer + "\"\"\"\n" + WORKER;
        }
    }

    /** The lines of the table by side, where lifetimes and SciPy are other scripts. */
    private List<String> compare(Peer lifetimes, Peer scipy) throws IOException {
        Map<String, Peer> peers = Map.of("lifetimes_side.py", lifetimes, "scipy_side.py", scipy);
        for (Map.Entry<String, Peer> peer : peers.entrySet()) {
            Files.writeString(folder.resolve(peer.getKey()), peer.getValue().script());
        }
        Path out = folder.resolve("table.md");
        int exit = new CommandLine(new Compare())
                .execute(
                        "fit-gammagamma",
                        "--customers=500",
                        "--repeats=2",
                        "--warm-ups=1",
                        "--limit=15",
                        "--heap=256m",
                        "--peers=" + folder,
                        "--folder=" + folder,
                        "--out=" + out);
        assertThat(exit).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(4)).startsWith("| loyalty | ");
        return lines;
    }

    private String results() throws IOException {
        return Result.read(folder.resolve("fit-gammagamma.tsv")).toString();
    }

    @Test
    void anErrorIsAReasonAndSoIsAnEnd() throws IOException {
        List<String> lines =
                compare(new Peer("say('failed ValueError: no | luck')", ""), new Peer("sys.exit(1)", "unused"));
        assertThat(lines)
                .contains("| lifetimes (it 1.0) | failed: ValueError: no luck | | | | | | 40 | |")
                .contains("| NumPy and SciPy by hand (it 1.0) | failed: scipy ended at run | | | | | |  | |");
        assertThat(results()).contains("whyNone=failed: ValueError: no luck");
    }

    @Test
    void garbageAndSilenceAreFailures() throws IOException {
        List<String> lines = compare(
                new Peer("say('Loading...')", ""),
                new Peer("'dedup' in sys.argv or time.sleep(60); say('ran 0.5 0.5')", ""));
        assertThat(lines)
                .contains("| lifetimes (it 1.0) | failed: unexpected reply: Loading... | | | | | | 40 | |")
                .contains("| NumPy and SciPy by hand (it 1.0) | failed: no reply to run within 15 s | | | | | |  | |");
    }

    /** How long it took to be wrong is shown, but is no measure. */
    @Test
    void wrongParametersHaveNoRatio() throws IOException {
        List<String> lines =
                compare(new Peer("", "answer(float('nan'), 1, 1)"), new Peer("say('ran 0.5 nan')", "answer(1, 1, 1)"));
        assertThat(lines)
                .contains(
                        "| lifetimes (it 1.0) | 0.500 | 0.500 | 0.500 | 2 | 1 |  | 40 | failed: parameters [NaN, 1.0, 1.0] |")
                .contains("| NumPy and SciPy by hand (it 1.0) | failed: not a time: nan | | | | | |  | |");
        lines = compare(new Peer("", "answer(1, 1, 1)"), new Peer("", ""));
        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("| lifetimes (it 1.0) | 0.500 | 0.500 | 0.500 | 2 | 1 |  | 40 | failed: param")
                                && line.contains(", log-likelihood -"))
                .contains("| NumPy and SciPy by hand (it 1.0) | failed: no answer was written | | | | | |  | |");
        assertThat(results()).contains("whyNone=failed: parameters");
    }
}
