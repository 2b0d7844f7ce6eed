package org.loyalty4j.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.cli.RunCommand;
import org.loyalty4j.support.ReferenceTable;

/**
 * {@code loyalty score} on every row of the reference values beside the repository, which were computed with 60 digits. Without
 * them these tests are skipped.
 */
class ScoreReferenceTest {
    @TempDir
    Path folder;

    /** In two lines the closed form lost all its digits, and dert is negative; these are by quadrature with 40 digits. */
    @Test
    void bgNbd() throws IOException {
        check("bgnbd.csv", "bgnbd", "r,alpha,a,b", Map.of(33, 1.6069319198949781276e-100, 76, 180.16307041312746773));
    }

    /** As above, in one line. */
    @Test
    void mbgNbd() throws IOException {
        check("mbgnbd.csv", "mbgnbd", "r,alpha,a,b", Map.of(113, 2824.5697166515480453));
    }

    @Test
    void paretoNbd() throws IOException {
        check("pareto_nbd.csv", "paretonbd", "r,alpha,s,beta", Map.of());
    }

    @Test
    void bgBb() throws IOException {
        check("bgbb.csv", "bgbb", "alpha,beta,gamma,delta", Map.of());
    }

    private void check(String file, String model, String symbols, Map<Integer, Double> rightDert) throws IOException {
        boolean discrete = model.equals("bgbb");
        Path histories = folder.resolve("histories.csv");
        for (ReferenceTable.Line line : ReferenceTable.shared(file)) {
            String last = discrete ? "n" : "T";
            Files.writeString(
                    histories,
                    "customer_id,x,t_x," + last + "\nc," + line.count("x") + "," + line.get("t_x") + ","
                            + line.get(last) + "\n");
            RunCommand run = RunCommand.loyalty(
                    "score",
                    "--model",
                    model,
                    "--parameters",
                    Arrays.stream(symbols.split(","))
                            .map(symbol -> symbol + "=" + line.get(symbol))
                            .collect(Collectors.joining(",")),
                    "--histories",
                    histories.toString(),
                    "--horizon",
                    String.valueOf(line.get(discrete ? "n_star" : "t")),
                    "--discount-rate",
                    String.valueOf(line.get("discount_rate")));
            assertThat(run.err()).isEmpty();
            String[] fields = run.lines().get(1).split(",", -1);
            String alive = discrete ? "p_alive_next_opportunity" : "p_alive";
            close(line, "log_likelihood", fields[1], line.get("log_likelihood"), 1e-12);
            close(line, alive, fields[2], line.get(alive), 1e-10);
            String expected = "conditional_expected_transactions";
            close(line, expected, fields[3], line.get(expected), 1e-10);
            close(line, "dert", fields[4], rightDert.getOrDefault(line.number(), line.get("dert")), 1e-10);
        }
    }

    private static void close(
            ReferenceTable.Line line, String column, String actual, double expected, double relative) {
        assertThat(Double.parseDouble(actual))
                .as("line %d, %s", line.number(), column)
                .isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
