package org.loyalty4j.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns side by side: a histogram, or counts per answer.
 *
 * @param names what stands below each column
 * @param counts the heights
 * @param groups the colour of each column; null for one colour
 * @param hints what a column says when it is pointed at
 * @param xTitle the title of the horizontal axis
 * @param yTitle the title of the vertical axis
 */
record Columns(
        List<String> names,
        List<Long> counts,
        @Nullable List<String> groups,
        List<List<String>> hints,
        String xTitle,
        String yTitle) {}
