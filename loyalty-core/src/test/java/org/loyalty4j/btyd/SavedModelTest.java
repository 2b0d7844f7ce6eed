package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.PeriodUnit;

class SavedModelTest {
    private static final Map<String, Double> BG = Map.of("r", 0.243, "alpha", 4.414, "a", 0.793, "b", 2.426);

    static Stream<ParametricModel<?>> models() {
        double third = 1 / 3.0;
        return Stream.of(
                new BgNbd(third, Double.MIN_NORMAL, 0.793, 1e300, PeriodUnit.WEEK),
                new MbgNbd(third, 4.414, 0.793, 2.426, PeriodUnit.DAY),
                new ParetoNbd(0.553, third, 0.606, 11.669, PeriodUnit.YEAR),
                new BgCnbd(3, 0.243, 4.414, third, 2.426, PeriodUnit.MONTH),
                new MbgCnbd(100, 0.243, 4.414, 0.793, third, PeriodUnit.WEEK),
                new Nbd(third, 4.414, PeriodUnit.WEEK),
                new BgBb(1.204, third, 0.657, 2.783, PeriodUnit.YEAR),
                new GammaGamma(6.25, 3.74, third));
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsSavedComesBack(ParametricModel<?> model) {
        assertThat(SavedModel.of(model).toModel()).isEqualTo(model);
    }

    @Test
    void isPlainValues() {
        SavedModel saved = SavedModel.of(new BgCnbd(3, 0.243, 4.414, 0.793, 2.426, PeriodUnit.WEEK));
        assertThat(saved).isEqualTo(new SavedModel("loyalty-model", 1, "bgcnbd-3", "week", BG));
        assertThat(saved.parameters()).isUnmodifiable();
        assertThat(SavedModel.of(new GammaGamma(6.25, 3.74, 15.44)).unit()).isNull();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refused(new SavedModel(null, 1, "bgnbd", "week", BG), "format must be loyalty-model, but was null");
        refused(
                new SavedModel("loyalty-model", 2, "bgnbd", "week", BG),
                "version must be 1, the one that this version of the library reads, but was 2");
        refused(
                new SavedModel("loyalty-model", 1, "bgcnbd-0", "week", BG),
                "model must be one of bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K from 1 to 100), nbd, bgbb and"
                        + " gammagamma, but was bgcnbd-0");
        refused(
                new SavedModel("loyalty-model", 1, "bgnbd", "fortnight", BG),
                "unit must be day, week, month or year, but was fortnight");
        refused(
                new SavedModel("loyalty-model", 1, "nbd", "week", Map.of("r", 1.0)),
                "parameters of nbd must be r, alpha, but were r");
        refused(
                new SavedModel("loyalty-model", 1, "nbd", "week", null),
                "parameters of nbd must be r, alpha, but were ");
        refused(
                new SavedModel("loyalty-model", 1, "nbd", "week", Map.of("r", 1.0, "alpha", -1.0)),
                "alpha must be in (0, inf), but was -1.0");
    }

    @Test
    void refusesAParameterWithoutAValue() {
        Map<String, Double> holed = new HashMap<>(Map.of("r", 1.0));
        holed.put("alpha", null);
        refused(new SavedModel("loyalty-model", 1, "nbd", "week", holed), "alpha must be a number, but was null");
    }

    private static void refused(SavedModel saved, String message) {
        assertThatThrownBy(saved::toModel)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
