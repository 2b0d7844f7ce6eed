package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;

/**
 * What to do next for the customers of one quadrant and one segment, for the report.
 *
 * @param kind the quadrant
 * @param quadrant its name
 * @param segment the name of the segment
 * @param customers how many there are
 * @param revenue what they brought
 * @param action what to do
 * @param reason why
 */
public record NextAction(
        QuadrantKind kind,
        LocalizedText quadrant,
        LocalizedText segment,
        long customers,
        BigDecimal revenue,
        LocalizedText action,
        LocalizedText reason) {}
