package org.loyalty4j.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines over a number.
 *
 * @param lines the lines
 * @param mark a vertical line; null for none
 * @param xPercent whether the horizontal axis is of shares
 * @param yPercent whether the vertical axis is of shares, from 0 to 100 %; of amounts otherwise
 * @param xTitle the title of the horizontal axis
 * @param yTitle the title of the vertical axis
 */
record Curve(List<Line> lines, @Nullable Mark mark, boolean xPercent, boolean yPercent, String xTitle, String yTitle) {

    /** One line of shares. */
    static Curve shares(List<Step> steps, String xTitle, String yTitle) {
        return new Curve(List.of(new Line("", steps)), null, false, true, xTitle, yTitle);
    }

    record Line(String name, List<Step> steps) {}

    record Step(double x, double y, List<String> hint) {}

    record Mark(double x, String label) {}
}
