package org.loyalty4j.cli;

import org.loyalty4j.PeriodUnit;

/** Reads a unit of time: {@code day}, {@code week}, {@code month} or {@code year}. */
public final class UnitConverter extends OptionConverter<PeriodUnit> {
    /** Creates the converter. */
    public UnitConverter() {
        super(value -> oneOf(value, PeriodUnit.values()));
    }
}
