package org.loyalty4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class RowListTest {

    @Test
    void makesRowsOnDemand() {
        RowList<String> rows = new RowList<>(3, index -> "row " + index);
        assertThat(rows).containsExactly("row 0", "row 1", "row 2");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> rows.get(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> rows.get(-1));
    }

    @Test
    void printsTheFirstRowsAndCountsTheRest() {
        assertThat(new RowList<>(0, index -> index)).hasToString("[]");
        assertThat(new RowList<>(10, index -> index)).hasToString("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]");
        assertThat(new RowList<>(1_000_000_000, index -> index).toString())
                .isEqualTo("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 999999990 more]");
    }
}
