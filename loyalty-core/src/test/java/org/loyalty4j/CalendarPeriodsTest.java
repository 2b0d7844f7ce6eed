package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.support.Serial;

class CalendarPeriodsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 17); // a Wednesday

    @Test
    void months() {
        CalendarPeriods months = CalendarPeriods.months();
        LocalDate june = months.startOf(DAY);
        assertThat(june).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(months.startOf(june)).isEqualTo(june);
        assertThat(months.next(june)).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(months.next(DAY)).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(months.plus(DAY, -6)).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(months.between(DAY, LocalDate.of(2027, 1, 31))).isEqualTo(7);
        assertThat(months.between(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 6, 30)))
                .isEqualTo(-1);
        assertThat(months.label(DAY)).isEqualTo("2026-06");
        assertThat(months.label(LocalDate.of(7, 1, 2))).isEqualTo("0007-01");
        assertThat(months).hasToString("months");
        assertThat(months.unitName().english()).isEqualTo("month");
    }

    @Test
    void quarters() {
        CalendarPeriods quarters = CalendarPeriods.quarters();
        assertThat(quarters.startOf(DAY)).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(quarters.startOf(LocalDate.of(2024, 12, 31))).isEqualTo(LocalDate.of(2024, 10, 1));
        assertThat(quarters.next(DAY)).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(quarters.between(DAY, LocalDate.of(2026, 7, 1))).isEqualTo(1);
        assertThat(quarters.between(DAY, LocalDate.of(2025, 1, 1))).isEqualTo(-5);
        assertThat(quarters.label(DAY)).isEqualTo("2026-Q2");
        assertThat(quarters).hasToString("quarters");
        assertThat(quarters.unitName().english()).isEqualTo("quarter");
    }

    @Test
    void weeksStartWhereTheyAreTold() {
        CalendarPeriods weeks = CalendarPeriods.weeksFrom(DayOfWeek.SUNDAY);
        assertThat(weeks.startOf(DAY)).isEqualTo(LocalDate.of(2026, 6, 14));
        assertThat(weeks.startOf(LocalDate.of(2026, 6, 14))).isEqualTo(LocalDate.of(2026, 6, 14));
        assertThat(CalendarPeriods.weeksFrom(DayOfWeek.THURSDAY).startOf(DAY)).isEqualTo(LocalDate.of(2026, 6, 11));
        assertThat(weeks.next(DAY)).isEqualTo(LocalDate.of(2026, 6, 21));
        assertThat(weeks.between(DAY, LocalDate.of(2026, 6, 21))).isEqualTo(1);
        assertThat(weeks.between(DAY, LocalDate.of(2026, 6, 13))).isEqualTo(-1);
        assertThat(weeks.label(DAY)).isEqualTo("2026-06-14");
        assertThat(weeks).hasToString("weeks from SUNDAY");
        assertThat(weeks.unitName().english()).isEqualTo("week");
    }

    @Test
    void everyDayIsInOnePeriod() {
        for (CalendarPeriods periods : List.of(
                CalendarPeriods.months(),
                CalendarPeriods.quarters(),
                CalendarPeriods.weeksFrom(DayOfWeek.MONDAY),
                CalendarPeriods.weeksFrom(DayOfWeek.SATURDAY))) {
            LocalDate origin = LocalDate.of(2023, 11, 20);
            for (LocalDate day = origin; day.isBefore(origin.plusDays(500)); day = day.plusDays(1)) {
                LocalDate start = periods.startOf(day);
                assertThat(start).isBeforeOrEqualTo(day);
                assertThat(periods.next(start)).isAfter(day);
                assertThat(periods.startOf(periods.next(start).minusDays(1))).isEqualTo(start);
                assertThat(periods.plus(origin, periods.between(origin, day))).isEqualTo(start);
            }
        }
    }

    @Test
    void theFirstWeekOfAllMayBeginBeforeIt() {
        CalendarPeriods weeks = CalendarPeriods.weeksFrom(DayOfWeek.SUNDAY);
        LocalDate start = weeks.startOf(LocalDate.of(1, 1, 1));
        assertThat(start).isEqualTo(LocalDate.of(0, 12, 31));
        assertThat(weeks.next(start)).isEqualTo(LocalDate.of(1, 1, 7));
        assertThat(weeks.between(start, LocalDate.of(1, 1, 7))).isEqualTo(1);
        assertThat(weeks.label(start)).isEqualTo("0000-12-31");
        assertThatIllegalArgumentException().isThrownBy(() -> weeks.next(LocalDate.of(0, 12, 30)));
    }

    @Test
    void areValues() {
        CalendarPeriods sunday = CalendarPeriods.weeksFrom(DayOfWeek.SUNDAY);
        assertThat(sunday)
                .isEqualTo(CalendarPeriods.weeksFrom(DayOfWeek.SUNDAY))
                .hasSameHashCodeAs(CalendarPeriods.weeksFrom(DayOfWeek.SUNDAY))
                .isEqualTo(Serial.copy(sunday))
                .isNotEqualTo(CalendarPeriods.weeksFrom(DayOfWeek.MONDAY))
                .isNotEqualTo(CalendarPeriods.months())
                .isNotEqualTo("weeks");
    }

    @Test
    void refusesDaysOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarPeriods.months().startOf(LocalDate.of(19_970_101, 1, 1)))
                .withMessage("day must be in [0001-01-01, 9999-12-31], but was +19970101-01-01");
    }
}
