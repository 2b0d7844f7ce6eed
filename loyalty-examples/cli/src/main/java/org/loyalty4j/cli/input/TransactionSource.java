package org.loyalty4j.cli.input;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where the transactions are: either a file or a query. A group of which one must be given. */
public final class TransactionSource {
    @Option(
            names = "--transactions",
            paramLabel = "FILE",
            required = true,
            description = "Transactions, one a row; plain text or gzip.")
    private @Nullable Path file;

    @ArgGroup(exclusive = false)
    private @Nullable Query query;

    /** A database and what to ask it. */
    static final class Query {
        @Option(
                names = "--jdbc",
                paramLabel = "URL",
                required = true,
                description =
                        "Database of the transactions instead of a file; `jdbc:duckdb:` reads Parquet and CSV by SQL,"
                                + " `jdbc:postgresql://host/db` PostgreSQL.")
        String url = "";

        @Option(
                names = "--query",
                paramLabel = "SQL",
                required = true,
                description = "Query that gives the transactions.")
        String sql = "";
    }

    /** Creates the options. */
    public TransactionSource() {}

    /**
     * The file of the transactions.
     *
     * @return the file; empty if they come from a query
     */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    RowSource open(FileFormat format, Progress progress) {
        return query == null
                ? RowSources.file(Objects.requireNonNull(file, "file"), format, progress)
                : RowSources.query(query.url, query.sql, progress);
    }
}
