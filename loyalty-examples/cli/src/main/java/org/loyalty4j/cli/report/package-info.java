/**
 * The report that people read: one self-contained HTML file.
 *
 * <p>{@link org.loyalty4j.cli.report.ReportModel} says what is shown and holds no calculation;
 * {@link org.loyalty4j.cli.report.HtmlReport} turns it into the file, in English or in Japanese. In between, one small class per
 * section puts the model into words, tables and charts, and {@code report.js} draws the charts.
 */
@NullMarked
package org.loyalty4j.cli.report;

import org.jspecify.annotations.NullMarked;
