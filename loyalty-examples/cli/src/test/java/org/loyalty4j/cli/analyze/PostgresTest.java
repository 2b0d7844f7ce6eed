package org.loyalty4j.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.cli.ExitCode;
import org.opentest4j.TestAbortedException;

/** Transactions straight from a PostgreSQL server, with its own types. */
class PostgresTest {
    @TempDir
    Path folder;

    @Test
    void readsAQuery() throws Exception {
        try (EmbeddedPostgres server = start()) {
            try (Connection db = server.getPostgresDatabase().getConnection();
                    Statement statement = db.createStatement()) {
                statement.execute(
                        "CREATE TABLE orders (customer bigint, paid timestamptz, day date, total numeric(12, 2), qty int)");
                statement.execute("INSERT INTO orders VALUES"
                        + " (17, '2026-01-05 23:30:00+00', '2026-01-05', 12.50, 2),"
                        + " (17, '2026-02-01 10:00:00+00', '2026-02-01', 3.25, 1),"
                        + " (9, '2026-02-01 10:00:00+00', '2026-02-01', 100, 1),"
                        + " (NULL, '2026-02-01 10:00:00+00', '2026-02-01', 1, 1)");
            }
            String url = server.getJdbcUrl("postgres", "postgres");
            Cli byDay = Cli.analyze(
                    folder.resolve("day"),
                    "--jdbc",
                    url,
                    "--query",
                    "SELECT customer, day, total, qty FROM orders",
                    "--columns",
                    "id=customer,date=day,amount=total,quantity=qty",
                    "--as-of",
                    "2026-06-30");
            assertThat(byDay.exit()).as(byDay.err()).isEqualTo(ExitCode.OK);
            assertThat(byDay.customers().keySet()).containsExactly("17", "9");
            assertThat(byDay.customers().get("17"))
                    .containsEntry("historic_value", "28.25")
                    .containsEntry("first_purchase", "2026-01-05");
            assertThat(byDay.text("rejected.csv")).contains("query,4,missing_id");

            Cli inTokyo = Cli.analyze(
                    folder.resolve("tokyo"),
                    "--jdbc",
                    url,
                    "--query",
                    "SELECT customer AS customer_id, paid AS date, total AS amount FROM orders WHERE customer = 17",
                    "--zone",
                    "Asia/Tokyo",
                    "--as-of",
                    "2026-06-30");
            assertThat(inTokyo.exit()).as(inTokyo.err()).isEqualTo(ExitCode.OK);
            assertThat(inTokyo.customers().get("17")).containsEntry("first_purchase", "2026-01-06");

            Cli wrong = Cli.analyze(
                    folder.resolve("wrong"),
                    "--jdbc",
                    url,
                    "--query",
                    "SELECT nothing FROM nowhere",
                    "--as-of",
                    "2026-06-30");
            assertThat(wrong.exit()).isEqualTo(ExitCode.DATA);
            assertThat(wrong.err().lines()).hasSize(1).first().asString().contains("nowhere");
        }
    }

    /** The server that the build brings along, or a skipped test where the machine does not let it run. */
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException | IllegalStateException refused) {
            System.err.println("SKIPPED: PostgresTest could not start its server: " + refused.getMessage());
            throw new TestAbortedException("PostgreSQL does not run here", refused);
        }
    }
}
