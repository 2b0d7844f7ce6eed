package org.loyalty4j.spark;

import java.util.Locale;

/** How a table is stored. */
public enum InputFormat {
    /** Parquet, whose columns have types. */
    PARQUET,
    /** Text with a header and commas, in UTF-8, one row a line; compressed or not. */
    CSV;

    /**
     * The format that the name of a file or folder tells.
     *
     * @param path the path; {@code .csv} and {@code .csv.gz} are text
     * @return CSV or, for everything else, Parquet
     */
    public static InputFormat of(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz") ? CSV : PARQUET;
    }
}
