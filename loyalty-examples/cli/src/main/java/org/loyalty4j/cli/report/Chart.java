package org.loyalty4j.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * A chart: who draws it, what it says to those who cannot see it, its data, and the same numbers as a table.
 *
 * @param id unique on the page
 * @param kind which function of {@code report.js} draws it
 * @param title its title
 * @param summary what it shows, in a sentence
 * @param data what the function needs: all text in the language of the report, all hints already written out
 * @param numbers the numbers behind it; null if a table beside the chart has them
 */
record Chart(
        String id,
        String kind,
        String title,
        String summary,
        Object data,
        @Nullable HtmlTable numbers) {}
