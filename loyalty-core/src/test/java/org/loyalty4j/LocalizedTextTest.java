package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {
    private static final LocalizedText TEXT = new LocalizedText("Champions", "優良顧客");

    @Test
    void speaksTheLanguageOfTheLocale() {
        assertThat(TEXT.in(Locale.JAPAN)).isEqualTo("優良顧客");
        assertThat(TEXT.in(Locale.JAPANESE)).isEqualTo("優良顧客");
        assertThat(TEXT.in(Locale.US)).isEqualTo("Champions");
        assertThat(TEXT.in(Locale.FRENCH)).isEqualTo("Champions");
        assertThat(TEXT.in(Locale.ROOT)).isEqualTo("Champions");
        assertThat(TEXT).hasToString("Champions");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBlankTexts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalizedText(" ", "優良顧客"))
                .withMessage("english must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalizedText("Champions", "\u3000"))
                .withMessage("japanese must not be blank");
        assertThatNullPointerException().isThrownBy(() -> new LocalizedText("Champions", null));
    }
}
