package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodUnitTest {

    @Test
    void aYearIs365AndAQuarterDaysAndAMonthATwelfthOfIt() {
        assertThat(PeriodUnit.DAY.days()).isEqualTo(1);
        assertThat(PeriodUnit.WEEK.days()).isEqualTo(7);
        assertThat(PeriodUnit.MONTH.days()).isEqualTo(30.4375);
        assertThat(PeriodUnit.YEAR.days()).isEqualTo(365.25);
    }

    @Test
    void convertingToItselfChangesNothing() {
        for (PeriodUnit unit : PeriodUnit.values()) {
            assertThat(unit.convert(0.1, unit)).isEqualTo(0.1);
        }
    }

    @Test
    void convertsBetweenUnits() {
        assertThat(PeriodUnit.YEAR.convert(4, PeriodUnit.DAY)).isEqualTo(1461);
        assertThat(PeriodUnit.DAY.convert(21, PeriodUnit.WEEK)).isEqualTo(3);
        assertThat(PeriodUnit.MONTH.convert(6, PeriodUnit.YEAR)).isEqualTo(0.5);
    }
}
