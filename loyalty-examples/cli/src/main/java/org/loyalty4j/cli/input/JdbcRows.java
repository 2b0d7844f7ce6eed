package org.loyalty4j.cli.input;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query as text: dates as ISO text, floating-point numbers by their shortest decimal text, NULL as empty.
 * The line of a row is its number in the result.
 */
final class JdbcRows implements RowSource {
    private static final String NAME = "query";
    private static final int FETCH = 10_000;

    private enum Kind {
        TEXT,
        DATE,
        TIMESTAMP,
        INSTANT,
        REAL
    }

    private final Connection connection;
    private final ResultSet result;
    private final Progress progress;
    private final List<String> header = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Row row = new Row(NAME);
    private long read;

    private JdbcRows(Connection connection, ResultSet result, Progress progress) throws SQLException {
        this.connection = connection;
        this.result = result;
        this.progress = progress;
        ResultSetMetaData columns = result.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            header.add(columns.getColumnLabel(column));
            kinds.add(kind(columns.getColumnType(column), String.valueOf(columns.getColumnTypeName(column))));
        }
    }

    static RowSource open(String url, String query, Progress progress) {
        Connection connection = connect(url);
        try {
            connection.setAutoCommit(!url.startsWith("jdbc:postgresql:"));
            Statement statement = connection.createStatement();
            statement.setFetchSize(FETCH);
            return new JdbcRows(connection, statement.executeQuery(query), progress);
        } catch (SQLException failed) {
            try {
                connection.close();
            } catch (SQLException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw InputException.in(NAME, "the database does not take the query: " + text(failed), failed);
        }
    }

    private static Connection connect(String url) {
        Properties properties = new Properties();
        if (url.startsWith("jdbc:duckdb:")) {
            properties.setProperty("jdbc_stream_results", "true");
        }
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException failed) {
            String problem =
                    "08001".equals(failed.getSQLState()) && text(failed).startsWith("No suitable driver")
                            ? "no driver takes the URL, expected --jdbc jdbc:duckdb:... or jdbc:postgresql://host/database"
                            : "the database cannot be reached: " + text(failed);
            throw InputException.in(NAME, problem, failed);
        }
    }

    private static String text(SQLException failed) {
        return String.valueOf(failed.getMessage()).replaceAll("(?i)(password=)[^&;\\s]*", "$1***");
    }

    private static Kind kind(int type, String typeName) {
        String name = typeName.toLowerCase(Locale.ROOT);
        return switch (type) {
            case Types.DATE -> Kind.DATE;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.INSTANT;
            case Types.TIMESTAMP -> name.equals("timestamptz") ? Kind.INSTANT : Kind.TIMESTAMP;
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> Kind.REAL;
            default -> Kind.TEXT;
        };
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<List<String>> header() {
        return Optional.of(header);
    }

    @Override
    public long headerLine() {
        return 1;
    }

    @Override
    public boolean next() {
        try {
            if (!result.next()) {
                progress.rows(read);
                return false;
            }
            read++;
            row.begin(read);
            for (int column = 1; column <= header.size(); column++) {
                String text = text(column, kinds.get(column - 1));
                row.add(text == null ? "" : text);
            }
            if (read % FETCH == 0) {
                progress.rows(read);
            }
            return true;
        } catch (SQLException failed) {
            throw InputException.at(NAME, read + 1, "the database gives no more rows: " + text(failed), failed);
        }
    }

    private @Nullable String text(int column, Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT -> result.getString(column);
            case DATE -> string(result.getObject(column, LocalDate.class));
            case TIMESTAMP -> string(result.getObject(column, LocalDateTime.class));
            case INSTANT -> string(result.getObject(column, OffsetDateTime.class));
            case REAL -> string(result.getObject(column));
        };
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public char delimiter() {
        return ',';
    }

    @Override
    public boolean isDate(int column) {
        Kind kind = kinds.get(column);
        return kind == Kind.DATE || kind == Kind.TIMESTAMP || kind == Kind.INSTANT;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw InputException.in(NAME, "the connection cannot be closed: " + text(failed), failed);
        }
    }
}
