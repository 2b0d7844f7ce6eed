package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.internal.Parallel;

class IdShapeTest {
    @ParameterizedTest
    @CsvSource({
        "C0000017, C, 7",
        "C17, C, 0",
        "C0, C, 0",
        "17, '', 0",
        "0017, '', 4",
        "C-2024/000123, C-2024/, 6",
        "C123456789, C1, 8",
        "abc_7, abc_, 0",
        "CUSTOMER_NUMBER-7, CUSTOMER_NUMBER-, 0"
    })
    void theShapeOfAnIdIsItsBeginningAndTheWidthOfItsNumber(String id, String beginning, int width) {
        assertThat(IdShape.ofMost(List.of(id))).isEqualTo(new IdShape(beginning, width));
    }

    @ParameterizedTest
    @CsvSource({"GUEST", "17x", "\u5c71\u7530 1", "a b1", "CUSTOMERS-NUMBER-17", "a@b.example1", "''"})
    void anyOtherIdHasNone(String id) {
        assertThat(IdShape.ofMost(List.of(id))).isEqualTo(IdShape.WHOLE_NUMBERS);
    }

    @Test
    void mostIdsDecide() {
        assertThat(IdShape.ofMost(List.of("GUEST", "C01", "C02", "7"))).isEqualTo(new IdShape("C", 2));
        assertThat(IdShape.ofMost(List.of("8", "C01", "7"))).isEqualTo(IdShape.WHOLE_NUMBERS);
        assertThat(IdShape.ofMost(List.of())).isEqualTo(IdShape.WHOLE_NUMBERS);
    }

    @Test
    void idsAreGivenInTheOrderOfTheirNumbers() {
        SerialIds ids = new SerialIds(new IdShape("C", 3));
        List.of(7, 120, 7, 64).forEach(ids::add);
        SerialIds more = new SerialIds(new IdShape("C", 3));
        more.add(900);
        ids.addAll(more);
        assertThat(ids.texts(Parallel.NONE)).containsExactly("C007", "C064", "C120", "C900");
        assertThat(ids.place(120)).isEqualTo(2);
        assertThat(ids.place(900)).isEqualTo(3);
    }

    @Test
    void idsThatLieCloseAreGivenInTheOrderOfTexts() {
        SerialIds ids = new SerialIds(IdShape.WHOLE_NUMBERS);
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            ids.add(random.nextInt(200_000));
        }
        ids.add(0);
        ids.add(200_000);
        List<String> texts = ids.texts(new Parallel(3));
        assertThat(texts).isSorted().doesNotHaveDuplicates().contains("0", "200000");
        for (int place = 0; place < texts.size(); place++) {
            assertThat(ids.place(Integer.parseInt(texts.get(place)))).isEqualTo(place);
        }
    }

    @Test
    void aFewNumbersAmongManyStayInTheirOrder() {
        SerialIds ids = new SerialIds(IdShape.WHOLE_NUMBERS);
        List.of(9, 10, 16_000_000).forEach(ids::add);
        assertThat(ids.texts(Parallel.NONE)).containsExactly("9", "10", "16000000");
        assertThat(ids.place(16_000_000)).isEqualTo(2);
        assertThat(new SerialIds(IdShape.WHOLE_NUMBERS).texts(Parallel.NONE)).isEmpty();
    }
}
