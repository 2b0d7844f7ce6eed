package org.loyalty4j.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.rfm.BinningRule;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.rfm.SegmentSummary;
import org.loyalty4j.rfm.SegmentTable;
import org.loyalty4j.summary.Concentration;
import org.loyalty4j.summary.HoldoutOutcome;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.summary.RepeatTracking;
import org.loyalty4j.summary.TrackingRow;

/**
 * The same calculations once more, in SQL: a table {@code tx(id, day, minor)} in an in-memory database, and what the
 * library says compared with what the queries say. The queries share no code and no method with the library: a refund
 * against earlier purchases is a running minimum here, a score is a {@code rank()}.
 */
public final class SqlWorld implements AutoCloseable {
    private final Connection connection;
    private final int scale;

    private SqlWorld(Connection connection, int scale) {
        this.connection = connection;
        this.scale = scale;
    }

    /** A world whose rows come from a query of columns id, day and minor. */
    public static SqlWorld of(int scale, String query) throws SQLException {
        SqlWorld world = empty(scale);
        world.run("INSERT INTO tx " + query);
        return world;
    }

    /** CDNOW: columns parted by runs of spaces; the id stands in the given column, and so on to the right of it. */
    public static SqlWorld cdnow(Path file, String idColumn, int dateColumn) throws SQLException {
        return of(
                2,
                "SELECT c[" + idColumn + "], strptime(c[" + dateColumn + "], '%Y%m%d')::DATE,"
                        + " (c[" + (dateColumn + 2) + "]::DECIMAL(18, 2) * 100)::BIGINT"
                        + " FROM (SELECT string_split_regex(trim(line, E' \\r\\t'), ' +') AS c FROM read_csv('"
                        + file + "', columns = {'line': 'VARCHAR'}, delim = '\t', header = false, quote = ''))"
                        + " WHERE regexp_full_match(c[1], '[0-9]+')");
    }

    /** A seeded log of refunds, zeros, same-day rows, ties and prospects to be. */
    public static SqlWorld synthetic(int rows, int customers, long seed) throws SQLException {
        SqlWorld world = empty(2);
        Random random = new Random(seed);
        try (DuckDBAppender appender =
                world.connection.unwrap(DuckDBConnection.class).createAppender("tx")) {
            for (int row = 0; row < rows; row++) {
                double skewed = random.nextDouble();
                String id = "C" + (int) (customers * skewed * skewed);
                int day = random.nextInt(365);
                long amount = switch (random.nextInt(10)) {
                    case 0 -> 0;
                    case 1, 2 -> -(1 + random.nextInt(6_000));
                    case 3, 4 -> 1_000L * (1 + random.nextInt(5));
                    default -> 1 + random.nextInt(9_999);
                };
                appender.beginRow()
                        .append(id)
                        .append(LocalDate.of(2025, 1, 1).plusDays(day))
                        .append(amount)
                        .endRow();
            }
        }
        return world;
    }

    private static SqlWorld empty(int scale) throws SQLException {
        SqlWorld world = new SqlWorld(DriverManager.getConnection("jdbc:duckdb:"), scale);
        world.run("SET threads = 2");
        world.run("CREATE TABLE tx (id VARCHAR, day DATE, minor BIGINT)");
        return world;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Runs a statement. */
    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The single number that a query gives. */
    public BigDecimal number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return new BigDecimal(row.getString(1));
        }
    }

    /** The rows as the library's log. */
    public TransactionLog log() throws SQLException {
        TransactionLog.Builder log = TransactionLog.builder(scale);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, day - DATE '1970-01-01', minor FROM tx")) {
            while (row.next()) {
                log.add(row.getString(1), row.getInt(2), row.getLong(3));
            }
        }
        return log.build();
    }

    /** Compares everything the library says of the log under a refund policy. */
    public PurchaseSummaries compare(TransactionLog log, RefundPolicy policy, LocalDate asOf) throws SQLException {
        PurchaseSummaries summaries =
                PurchaseSummaries.of(log, PurchaseRules.withDefaults().withRefunds(policy), asOf);
        summarise(policy, asOf);
        compareSummaries(summaries);
        compareReport(summaries.dataReport(), policy, asOf);
        compareConcentration(summaries.concentration());
        for (int bins : new int[] {5, 3, 10}) {
            compareScores(summaries, BinningRule.QUANTILE, bins);
            compareScores(summaries, BinningRule.RANK_TILES, bins);
        }
        return summaries;
    }

    /** Compares what a split of the log says of its holdout under a refund policy. */
    public HoldoutSplit compareHoldout(TransactionLog log, RefundPolicy policy, LocalDate cut, LocalDate end)
            throws SQLException {
        HoldoutSplit split = HoldoutSplit.of(log, PurchaseRules.withDefaults().withRefunds(policy), cut, end);
        summarise(policy, cut);
        run("CREATE OR REPLACE TABLE known AS SELECT * FROM summary");
        summarise(policy, end);
        String after = "FILTER (spent > 0 AND day > DATE '" + cut + "')";
        run("CREATE OR REPLACE TABLE outcome AS SELECT known.id AS id, known.frequency > 0 AS buyer,"
                + " count(day) " + after + " AS purchases, coalesce(sum(spent) " + after + ", 0)::BIGINT AS spend,"
                + " (any_value(summary.total) - any_value(known.total))::BIGINT AS net FROM known"
                + " JOIN summary ON summary.id = known.id LEFT JOIN kept ON kept.id = known.id GROUP BY ALL");
        List<HoldoutOutcome> expected = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, purchases, spend, net FROM outcome WHERE buyer ORDER BY id")) {
            while (row.next()) {
                expected.add(
                        new HoldoutOutcome(row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4), scale));
            }
        }
        assertThat(split.outcomes()).containsExactlyElementsOf(expected);
        String born = " FROM outcome WHERE NOT buyer AND purchases > 0";
        assertThat(split.bornInHoldout().customers()).isEqualTo((int) count(born));
        assertThat(split.bornInHoldout().purchases())
                .isEqualTo(number("SELECT coalesce(sum(purchases), 0)" + born).longValueExact());
        assertThat(split.bornInHoldout().spend().movePointRight(scale))
                .isEqualByComparingTo(number("SELECT coalesce(sum(spend), 0)" + born));
        assertThat(split.bornInHoldout().net().movePointRight(scale))
                .isEqualByComparingTo(number("SELECT coalesce(sum(net), 0)" + born));
        assertThat(split.prospects()).isEqualTo((int) count(" FROM outcome WHERE NOT buyer AND purchases = 0"));
        long repeats = number("SELECT coalesce(sum(frequency - 1), 0) FROM known WHERE frequency > 0")
                .longValueExact();
        RepeatTracking weeks = split.tracking(7);
        assertThat(weeks.get(weeks.size() - 1).cumulative())
                .isEqualTo(repeats
                        + number("SELECT coalesce(sum(purchases), 0) FROM outcome WHERE buyer")
                                .longValueExact());
        for (TrackingRow week : weeks) {
            if (week.holdout()) {
                assertThat(week.repeatPurchases())
                        .isEqualTo(count(
                                "FROM kept JOIN outcome USING (id) WHERE buyer AND spent > 0 AND day BETWEEN DATE '"
                                        + week.firstDay() + "' AND DATE '" + week.lastDay() + "'"));
            }
        }
        return split;
    }

    private void summarise(RefundPolicy policy, LocalDate asOf) throws SQLException {
        run("CREATE OR REPLACE TABLE daily AS SELECT id, day, sum(minor)::BIGINT AS net FROM tx WHERE day <= DATE '"
                + asOf + "'" + (policy == RefundPolicy.DROP ? " AND minor >= 0" : "") + " GROUP BY id, day");
        if (policy == RefundPolicy.NET_AGAINST_PRIOR) {
            // The level of a store that never falls below empty; a day keeps what no later level goes below.
            run("CREATE OR REPLACE TABLE kept AS"
                    + " WITH summed AS (SELECT *, sum(net) OVER w AS s FROM daily"
                    + "                 WINDOW w AS (PARTITION BY id ORDER BY day)),"
                    + " level AS (SELECT *, s - least(0, min(s) OVER w) AS l FROM summed"
                    + "           WINDOW w AS (PARTITION BY id ORDER BY day)),"
                    + " ends AS (SELECT *, coalesce(lag(l) OVER (PARTITION BY id ORDER BY day), 0) AS before,"
                    + "          min(l) OVER (PARTITION BY id ORDER BY day"
                    + "              ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS lowest FROM level)"
                    + " SELECT id, day, net, greatest(0, lowest - before)::BIGINT AS spent FROM ends");
        } else {
            run("CREATE OR REPLACE TABLE kept AS SELECT id, day, net, greatest(0, net) AS spent FROM daily");
        }
        run("CREATE OR REPLACE TABLE summary AS"
                + " WITH firsts AS (SELECT *, min(day) FILTER (spent > 0) OVER (PARTITION BY id) AS first FROM kept)"
                + " SELECT ids.id, coalesce(count(day) FILTER (spent > 0), 0) AS frequency,"
                + " min(first) - DATE '1970-01-01' AS first_day,"
                + " max(day) FILTER (spent > 0) - DATE '1970-01-01' AS last_day,"
                + " DATE '" + asOf + "' - max(day) FILTER (spent > 0) AS recency,"
                + " coalesce(sum(net), 0)::BIGINT AS total,"
                + " coalesce(sum(spent) FILTER (day > first), 0)::BIGINT AS repeat_spend"
                + " FROM (SELECT DISTINCT id FROM tx) ids LEFT JOIN firsts ON firsts.id = ids.id"
                + " GROUP BY ids.id");
    }

    private void compareSummaries(PurchaseSummaries summaries) throws SQLException {
        List<String> expected = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, frequency, first_day, last_day, recency, total, repeat_spend FROM summary ORDER BY"
                                + " id")) {
            while (row.next()) {
                List<String> line = new ArrayList<>();
                for (int column = 1; column <= 7; column++) {
                    line.add(String.valueOf(row.getString(column)));
                }
                expected.add(String.join(",", line));
            }
        }
        List<String> actual = summaries.stream().map(SqlWorld::line).toList();
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    private static String line(PurchaseSummary summary) {
        return String.join(
                ",",
                summary.customerId(),
                Integer.toString(summary.frequency()),
                epochDay(summary.firstPurchase()),
                epochDay(summary.lastPurchase()),
                summary.recencyDays().isPresent()
                        ? Integer.toString(summary.recencyDays().getAsInt())
                        : "null",
                Long.toString(summary.totalMinor()),
                Long.toString(summary.repeatMinor()));
    }

    private static String epochDay(@Nullable LocalDate day) {
        return day == null ? "null" : Long.toString(day.toEpochDay());
    }

    private void compareReport(DataReport report, RefundPolicy policy, LocalDate asOf) throws SQLException {
        String in = "FROM tx WHERE day <= DATE '" + asOf + "'";
        assertThat(report.rowsRead()).isEqualTo(count("FROM tx"));
        assertThat(report.afterEnd()).isEqualTo(count("FROM tx WHERE day > DATE '" + asOf + "'"));
        assertThat(report.zeroAmounts()).isEqualTo(count(in + " AND minor = 0"));
        long refunds = count(in + " AND minor < 0");
        assertThat(report.refundsDropped()).isEqualTo(policy == RefundPolicy.DROP ? refunds : 0);
        assertThat(report.refundsNetted()).isEqualTo(policy == RefundPolicy.DROP ? 0 : refunds);
        assertThat(report.occasions()).isEqualTo(count("FROM kept WHERE spent > 0"));
        assertThat(report.cancelled())
                .isEqualTo(count("FROM tx JOIN kept USING (id, day) WHERE minor > 0 AND spent = 0"));
        assertThat(report.merged())
                .isEqualTo(
                        count("FROM tx JOIN kept USING (id, day) WHERE minor > 0 AND spent > 0") - report.occasions());
        assertThat(report.buyers()).isEqualTo(count("FROM summary WHERE frequency > 0"));
        assertThat(report.prospects()).isEqualTo(count("FROM summary WHERE frequency = 0"));
        assertThat(report.bornInFirst30Days())
                .isEqualTo(count("FROM summary WHERE first_day < (SELECT min(day) - DATE '1970-01-01' + 30 FROM tx)"));
    }

    private long count(String from) throws SQLException {
        return number("SELECT count(*) " + from).longValueExact();
    }

    private void compareConcentration(Concentration concentration) throws SQLException {
        String buyers = "(SELECT total, row_number() OVER (ORDER BY total) AS i, count(*) OVER () AS n FROM summary"
                + " WHERE frequency > 0)";
        assertThat(concentration.sales().unscaledValue())
                .isEqualTo(number("SELECT sum(total) FROM " + buyers).toBigIntegerExact());
        double gini = number("SELECT sum((2 * i - n - 1) * total)::DOUBLE / (max(n)::DOUBLE * sum(total)::DOUBLE) FROM "
                        + buyers)
                .doubleValue();
        assertThat(concentration.gini().orElseThrow()).isCloseTo(gini, within(1e-12));
        for (int tenth = 1; tenth <= 10; tenth++) {
            Concentration.Decile decile = concentration.deciles().get(tenth - 1);
            String members = " FROM (SELECT total, ntile(10) OVER (ORDER BY total DESC) AS tenth FROM summary"
                    + " WHERE frequency > 0) WHERE tenth = " + tenth;
            assertThat(decile.sales().unscaledValue())
                    .isEqualTo(
                            number("SELECT coalesce(sum(total), 0)" + members).toBigIntegerExact());
        }
    }

    private void compareScores(PurchaseSummaries summaries, BinningRule rule, int bins) throws SQLException {
        RfmScores scores =
                RfmScorer.withDefaults().withRule(rule).withBins(bins).score(summaries);
        List<String> expected = new ArrayList<>();
        String r = score(rule, bins, "recency DESC");
        String f = score(rule, bins, "frequency");
        String m = score(rule, bins, "total");
        run("CREATE OR REPLACE TABLE scored AS SELECT id, frequency, total, " + r + " AS r, " + f + " AS f, " + m
                + " AS m FROM (SELECT *, count(*) OVER () AS n FROM summary WHERE frequency > 0)");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, r, f, m FROM scored ORDER BY id")) {
            while (row.next()) {
                expected.add(row.getString(1) + " " + row.getInt(2) + "-" + row.getInt(3) + "-" + row.getInt(4));
            }
        }
        assertThat(scores.scores().stream().map(RfmScore::toString)).containsExactlyElementsOf(expected);
        if (bins == 5) {
            compareSegments(SegmentTable.of(summaries, scores, SegmentMap.standard()));
        }
    }

    /** One more than k times the share of buyers who are strictly worse, in whole numbers. */
    private static String score(BinningRule rule, int bins, String worstFirst) {
        return rule == BinningRule.RANK_TILES
                ? "ntile(" + bins + ") OVER (ORDER BY " + worstFirst + ", id)"
                : "1 + (" + bins + " * (rank() OVER (ORDER BY " + worstFirst + ") - 1)) // n";
    }

    private void compareSegments(SegmentTable table) throws SQLException {
        run("CREATE OR REPLACE TABLE segmented AS SELECT *, CASE"
                + " WHEN r >= 4 AND f >= 4 AND m >= 4 THEN 'champions'"
                + " WHEN r = 1 AND f >= 4 AND m >= 4 THEN 'cant_lose_them'"
                + " WHEN r >= 3 AND f >= 3 THEN 'loyal_customers'"
                + " WHEN f >= 3 THEN 'at_risk'"
                + " WHEN r >= 4 AND f = 2 THEN 'potential_loyalists'"
                + " WHEN r = 5 THEN 'new_customers'"
                + " WHEN r = 4 THEN 'promising'"
                + " WHEN r = 3 AND f = 2 THEN 'need_attention'"
                + " WHEN r = 3 THEN 'about_to_sleep'"
                + " WHEN r = 2 THEN 'hibernating' ELSE 'lost' END AS segment FROM scored");
        for (SegmentSummary row : table) {
            String from = "FROM segmented WHERE segment = '" + row.segment().key() + "'";
            if (row.segment().key().equals("no_purchase")) {
                from = "FROM summary WHERE frequency = 0";
            }
            assertThat(row.customers()).as(row.segment().key()).isEqualTo(count(from));
            assertThat(row.orders())
                    .isEqualTo(
                            number("SELECT coalesce(sum(frequency), 0) " + from).longValueExact());
            assertThat(row.revenue().movePointRight(scale))
                    .isEqualByComparingTo(number("SELECT coalesce(sum(total), 0) " + from));
            SegmentSummary.Medians medians = row.medians();
            if (medians != null) {
                assertThat(medians.frequency())
                        .isEqualTo(number("SELECT median(frequency) " + from).doubleValue());
            }
        }
    }
}
