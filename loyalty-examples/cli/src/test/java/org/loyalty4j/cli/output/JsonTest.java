package org.loyalty4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
    /** Jackson would write them as strings. */
    @Test
    void whatIsNoNumberIsNull() {
        assertThat(Json.finite(-2.5)).isEqualTo(-2.5);
        assertThat(Json.finite(Double.NaN)).isNull();
        assertThat(Json.finite(Double.NEGATIVE_INFINITY)).isNull();
        assertThat(Json.mapper()
                        .createObjectNode()
                        .put("aic", Json.finite(Double.POSITIVE_INFINITY))
                        .toString())
                .isEqualTo("{\"aic\":null}");
    }
}
