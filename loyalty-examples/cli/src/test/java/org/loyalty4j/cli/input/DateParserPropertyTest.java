package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DateParserPropertyTest {

    @Property(seed = "1")
    void readsEveryDayOfFourYearDigits(@ForAll @IntRange(min = -719_162, max = 2_932_896) int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        for (String pattern : new String[] {"yyyyMMdd", "dd.MM.yyyy", "MMddyyyy", "d/M/yyyy"}) {
            String text = date.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
            String read = DateParserTest.read(FileFormat.withDefaults().withDatePattern(pattern), text);
            assertThat(read).isEqualTo(date.toString());
        }
        assertThat(DateParserTest.read(FileFormat.withDefaults(), date.toString()))
                .isEqualTo(date.toString());
    }
}
