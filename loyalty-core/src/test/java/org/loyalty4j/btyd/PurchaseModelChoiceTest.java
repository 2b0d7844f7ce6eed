package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loyalty4j.PeriodUnit;

/** Models by name. */
class PurchaseModelChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "bgnbd, BG_NBD, 1, BG/NBD",
        "mbgnbd, MBG_NBD, 1, MBG/NBD",
        "paretonbd, PARETO_NBD, 1, Pareto/NBD",
        "nbd, NBD, 1, NBD",
        "bgcnbd-2, BG_CNBD, 2, BG/CNBD-2",
        "mbgcnbd-100, MBG_CNBD, 100, MBG/CNBD-100",
        "mbgcnbd-1, MBG_CNBD, 1, MBG/CNBD-1"
    })
    void isReadFromKeyAndName(String key, PurchaseModelKind kind, int k, String name) {
        PurchaseModelChoice choice = new PurchaseModelChoice(kind, k);
        assertThat(choice.key()).isEqualTo(key);
        assertThat(choice.name()).isEqualTo(name);
        assertThat(choice).hasToString(key);
        assertThat(PurchaseModelChoice.parse(key)).isEqualTo(choice);
        assertThat(PurchaseModelChoice.parse(name)).isEqualTo(choice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bgnb", "bgnbd-2", "bgcnbd", "bgcnbd-", "bgcnbd-x", "bgcnbd--1", " bgnbd"})
    void otherTextsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseModelChoice.parse(text))
                .withMessage(
                        "model must be one of bgnbd, mbgnbd, paretonbd, nbd, bgcnbd-K and mbgcnbd-K with a whole number K,"
                                + " but was " + text);
    }

    @Test
    void phasesAreInRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseModelChoice.parse("bgcnbd-101"))
                .withMessage("k must be in [1, 100], but was 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseModelChoice(PurchaseModelKind.BG_NBD, 2))
                .withMessage("k must be in [1, 1], but was 2");
    }

    @Test
    void everyModelIsOneOfThem() {
        PeriodUnit week = PeriodUnit.WEEK;
        assertThat(PurchaseModelChoice.of(new BgNbd(1, 1, 1, 1, week))).hasToString("bgnbd");
        assertThat(PurchaseModelChoice.of(new MbgNbd(1, 1, 1, 1, week))).hasToString("mbgnbd");
        assertThat(PurchaseModelChoice.of(new ParetoNbd(1, 1, 1, 1, week))).hasToString("paretonbd");
        assertThat(PurchaseModelChoice.of(new Nbd(1, 1, week))).hasToString("nbd");
        assertThat(PurchaseModelChoice.of(new BgCnbd(3, 1, 1, 1, 1, week))).hasToString("bgcnbd-3");
        assertThat(PurchaseModelChoice.of(new MbgCnbd(12, 1, 1, 1, 1, week))).hasToString("mbgcnbd-12");
    }
}
