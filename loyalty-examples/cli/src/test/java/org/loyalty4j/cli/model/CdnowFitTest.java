package org.loyalty4j.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.cli.RunCommand;
import org.loyalty4j.support.SharedData;
import tools.jackson.databind.JsonNode;

/**
 * {@code loyalty fit} on published data gives the published parameters, to half a unit of the last digit printed: CDNOW (the
 * usual tenth of the customers, first 39 weeks, in which a purchase of nothing counts) and the donations. The data are no part
 * of the project; without them these tests are skipped.
 */
class CdnowFitTest {
    @TempDir
    Path folder;

    /** Fader, Hardie and Lee (2005a), table 2; Fader and Hardie (2013); MBG/NBD as in the tests of the Python package lifetimes. */
    @ParameterizedTest
    @CsvSource({
        "bgnbd, r=.243 alpha=4.414 a=.793 b=2.426, -9582.4, 2357",
        "mbgnbd, r=.525 alpha=6.183 a=.891 b=1.614, -9582.1, 2357",
        "mbgcnbd-1, r=.525 alpha=6.183 a=.891 b=1.614, -9582.1, 2357",
        "paretonbd, r=.553 alpha=10.578 s=.606 beta=11.669, -9595.0, 2357",
        "gammagamma, p=6.25 q=3.74 gamma=15.44, -4055.9, 946"
    })
    void cdnow(String model, String parameters, double logLikelihood, int customers) {
        JsonNode fit = fit(model, "--zero-amounts", "occasion");
        assertParameters(fit, parameters);
        assertThat(fit.get("log_likelihood").asDouble()).isCloseTo(logLikelihood, within(0.05));
        assertThat(fit.get("customers").asInt()).isEqualTo(customers);
        assertThat(fit.get("status").asString()).isEqualTo("converged");
    }

    /** The tables of Fader, Hardie and Shang (2010) are counts: each row stands for many donors. */
    @Test
    void donations() throws IOException {
        Path matrix = SharedData.require("donations/donations_rf_matrix.csv");
        Path histories = folder.resolve("histories.csv");
        Files.write(
                histories,
                Stream.concat(
                                Stream.of("x,t_x,n,weight,x.star"),
                                Files.readAllLines(matrix).stream().skip(1))
                        .toList());
        JsonNode fit = RunCommand.loyalty(
                        "fit", "--model", "bgbb", "--histories", histories.toString(), "--unit", "year")
                .json();
        assertParameters(fit, "alpha=1.204 beta=.750 gamma=.657 delta=2.783");
        assertThat(fit.get("log_likelihood").asDouble()).isCloseTo(-33225.6, within(0.05));
        assertThat(fit.get("customers").asInt()).isEqualTo(11_104);
        assertThat(fit.get("distinct_histories").asInt()).isEqualTo(22);
        assertThat(fit.get("unit").asString()).isEqualTo("year");
    }

    /** The unit changes the parameters that are times, and no answer. */
    @Test
    void inDays() {
        JsonNode days = fit("paretonbd", "--zero-amounts", "occasion", "--unit", "day");
        assertParameters(days, "r=.553 s=.606");
        assertThat(days.get("parameters").get("alpha").asDouble()).isCloseTo(7 * 10.578, within(0.02));
        assertThat(days.get("parameters").get("beta").asDouble()).isCloseTo(7 * 11.669, within(0.05));
    }

    /** Fader, Hardie and Lee (2005a): 1,882 purchases in the second 39 weeks. */
    @Test
    void backtest() {
        List<String> lines = run(
                        "backtest",
                        "--calibration-end",
                        "1997-09-30",
                        "--as-of",
                        "1998-06-30",
                        "--zero-amounts",
                        "occasion")
                .lines();
        assertThat(lines.get(0)).contains("2357 customers made 1882 purchases");
        assertThat(lines.stream().skip(2).map(line -> line.split("  +")[0]))
                .containsExactly("BG/NBD", "MBG/NBD", "Pareto/NBD", "Mean rate", "Last period", "Hiatus");
        assertThat(lines.get(1).indexOf("bias")).isGreaterThan(20);
    }

    private static JsonNode fit(String model, String... options) {
        return run(
                        "fit",
                        Stream.concat(Stream.of("--model", model, "--as-of", "1997-09-30"), Stream.of(options))
                                .toArray(String[]::new))
                .json();
    }

    private static RunCommand run(String command, String... options) {
        Path file = SharedData.require("cdnow/CDNOW_sample.txt");
        RunCommand run = RunCommand.loyalty(Stream.concat(
                        Stream.of(
                                command,
                                "--transactions",
                                file.toString(),
                                "--no-header",
                                "--delimiter",
                                "whitespace",
                                "--date-pattern",
                                "yyyyMMdd",
                                "--columns",
                                "id=2,date=3,amount=5"),
                        Stream.of(options))
                .toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return run;
    }

    private static void assertParameters(JsonNode fit, String expected) {
        for (String parameter : expected.split(" ")) {
            String[] parts = parameter.split("=");
            double half = 0.5 * Math.pow(10, parts[1].indexOf('.') + 1 - parts[1].length());
            assertThat(fit.get("parameters").get(parts[0]).asDouble())
                    .as(parts[0])
                    .isCloseTo(Double.parseDouble(parts[1]), within(half));
        }
    }
}
