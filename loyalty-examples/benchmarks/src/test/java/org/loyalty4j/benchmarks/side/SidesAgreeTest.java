package org.loyalty4j.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidesAgreeTest {
    @TempDir
    private Path folder = Path.of("");

    private Work work() {
        return new Work(5_000, 400, 7, 2, folder);
    }

    private double[] run(String name) throws Exception {
        try (Side side = Sides.of(name, work())) {
            side.prepare();
            side.refresh();
            side.run();
            double[] first = side.answer();
            side.refresh();
            side.run();
            assertThat(side.answer()).isEqualTo(first);
            assertThat(side.version()).isNotBlank();
            return first;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rfm-int-ids, duckdb",
        "rfm-string-ids, duckdb",
        "rfm-csv-int, duckdb",
        "rfm-csv-string, duckdb",
        "rfm-csv-hash, duckdb",
        "rfm-list, streams"
    })
    void scoresAreTheSameForEveryCustomer(String comparison, String other) throws Exception {
        double[] ours = run(comparison + "/loyalty");
        assertThat(ours).hasSize(400).contains(555, 111);
        assertThat(run(comparison + "/" + other)).isEqualTo(ours);
    }

    @Test
    void fromAnySourceTheScoresAreTheSame() throws Exception {
        double[] ours = run("rfm-int-ids/loyalty");
        assertThat(run("rfm-string-ids/loyalty")).isEqualTo(ours);
        assertThat(run("rfm-csv-int/loyalty")).isEqualTo(ours);
        assertThat(run("rfm-csv-hash/loyalty")).isEqualTo(ours);
        assertThat(run("rfm-list/loyalty")).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fit-bgnbd/loyalty", "fit-paretonbd/loyalty", "fit-gammagamma/loyalty"})
    void noNeighbourOfAFitIsBetter(String name) throws Exception {
        try (Side side = Sides.of(name, work())) {
            side.prepare();
            side.run();
            double[] fitted = side.answer();
            for (int i = 0; i < fitted.length; i++) {
                double[] other = fitted.clone();
                other[i] *= 1.05;
                assertThat(side.judge(other)).isLessThan(side.judge(fitted));
            }
        }
    }

    @Test
    void scoresAreTheSameHoweverHistoriesAreMerged() throws Exception {
        double[] ours = run("score/loyalty");
        assertThat(ours).hasSize(2 * 400);
        assertThat(run("score/loyalty-merged")).isEqualTo(ours);
        assertThat(run("models/loyalty")).containsExactly(400, 400);
    }

    @Test
    void scriptsGetTheHistoriesOfAllCustomers() throws Exception {
        try (Side side = Sides.of("fit-bgnbd/loyalty", work())) {
            side.prepare();
            side.export(folder);
        }
        double[] histories = Columns.read(folder.resolve("histories.bin"));
        assertThat(histories).hasSize(3 * 400);
        double[] weeks = Arrays.copyOfRange(histories, 800, 1200);
        assertThat(Arrays.stream(weeks).max().orElseThrow()).isCloseTo(39, within(1e-12));
        assertThat(Columns.read(folder.resolve("spend.bin"))).isNotEmpty();
        assertThat(Files.readAllLines(folder.resolve("purchases.csv"))).hasSizeGreaterThan(400);
    }

    @Test
    void anUnknownSideIsRefused() {
        assertThatThrownBy(() -> Sides.of("rfm/none", work())).hasMessage("unknown side rfm/none");
    }
}
