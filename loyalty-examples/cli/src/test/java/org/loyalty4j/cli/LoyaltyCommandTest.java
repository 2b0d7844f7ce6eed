package org.loyalty4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.cli.input.InputException;

class LoyaltyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... args) {
        return LoyaltyCommand.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private int simulate(String customers, String from, String to, String target) {
        return run("simulate", "--customers", customers, "--from", from, "--to", to, "--seed", "7", "--out", target);
    }

    @Test
    void helpAndVersion() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Usage: loyalty", "simulate");
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("loyalty (not packaged)");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~ | loyalty: a subcommand is missing, expected one of analyze, fit, score, backtest, simulate (see loyalty --help)
            simulat | loyalty: there is no subcommand `simulat`, expected one of analyze, fit, score, backtest, simulate (see loyalty --help)
            simulate --customers 1 --from 2024-01-01 --to 2024-01-02 --seed 1 --out x --sed 2 | loyalty: there is no option `--sed`, did you mean --seed? (see loyalty simulate --help)
            simulate y --customers 1 --from 2024-01-01 --to 2024-01-02 --seed 1 --out x | loyalty: `y` belongs to no option (see loyalty simulate --help)
            analyze --as-of 2024-01-01 --out x --transactions t --jdbc u --query q | loyalty: --transactions=FILE and [--jdbc=URL --query=SQL] are mutually exclusive (specify only one) (see loyalty analyze --help)
            simulate --customers 1 --from 2024-01-01 --to 2024-01-02 --out x | loyalty: Missing required option: '--seed=S' (see loyalty simulate --help)
            simulate --customers 0 --from 2024-01-01 --to 2024-01-02 --seed 1 --out x | loyalty: --customers must be in [1, 9999999], but was 0 (see loyalty simulate --help)
            simulate --customers 1 --from 2024-01-03 --to 2024-01-02 --seed 1 --out x | loyalty: --to must not be before --from 2024-01-03, but was 2024-01-02 (see loyalty simulate --help)
            simulate --customers 1 --from 2024-02-30 --to 2024-01-02 --seed 1 --out x | loyalty: Invalid value for option '--from': `2024-02-30` is not a date such as 2025-12-31 (see loyalty simulate --help)
            simulate --customers one --from 2024-01-01 --to 2024-01-02 --seed 1 --out x | loyalty: Invalid value for option '--customers': 'one' is not an int (see loyalty simulate --help)
            """)
    void badUsageIsOneLine(String line, String message) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).isEqualTo(message + System.lineSeparator());
        assertThat(Path.of("x")).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(simulate("1", "2024-01-01", "2024-01-02", file.toString())).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(err.toString())
                .isEqualTo("loyalty: " + file + ": is a file, expected a folder or a name for a new one"
                        + System.lineSeparator());
    }

    @Test
    void failuresHaveTheirCodes() {
        PrintWriter writer = new PrintWriter(err, true);
        assertThat(Failures.failed(InputException.at("a.csv", 3, "is\nbroken"), writer))
                .isEqualTo(ExitCode.DATA);
        assertThat(Failures.failed(new IOException("full"), writer)).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(Failures.failed(new IllegalStateException("odd"), writer)).isEqualTo(ExitCode.INTERNAL);
        assertThat(Failures.failed(new OutOfMemoryError(), writer)).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString().lines())
                .containsExactly(
                        "loyalty: a.csv:3: is broken",
                        "loyalty: full",
                        "loyalty: internal error: IllegalStateException: odd (java -Dloyalty.debug=true shows where)",
                        "loyalty: out of memory, expected a larger heap: java -Xmx4g -jar loyalty.jar");
    }

    @Test
    void simulates() {
        assertThat(simulate("3", "2024-01-01", "2024-06-30", folder.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .startsWith("3 customers, ")
                .endsWith("written to " + folder + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }
}
