package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AmountParserPropertyTest {
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);

    private static String expected(BigDecimal value, int scale) {
        BigDecimal minor = value.movePointRight(scale);
        if (minor.signum() != 0 && minor.stripTrailingZeros().scale() > 0) {
            return "too_many_decimals";
        }
        return minor.compareTo(MAX) > 0 || minor.compareTo(MIN) < 0
                ? "amount_overflow"
                : minor.toBigIntegerExact().toString();
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> whole =
                Arbitraries.strings().withCharRange('0', '9').ofMinLength(1).ofMaxLength(22);
        Arbitrary<String> fraction =
                Arbitraries.strings().withChars("0005").ofMinLength(1).ofMaxLength(6);
        Arbitrary<String> sign = Arbitraries.of("", "-", "+");
        return net.jqwik.api.Combinators.combine(sign, whole, fraction.optional())
                .as((s, w, f) -> s + w + f.map(digits -> "." + digits).orElse(""));
    }

    @Property(tries = 2000, seed = "1")
    void agreesWithBigDecimal(@ForAll("decimals") String text, @ForAll @IntRange(max = 9) int scale) {
        assertThat(AmountParserTest.read(scale, text)).isEqualTo(expected(new BigDecimal(text), scale));
    }

    @Property(tries = 2000, seed = "1")
    void productsAgreeWithBigDecimal(
            @ForAll("decimals") String price,
            @ForAll("decimals") String quantity,
            @ForAll @IntRange(max = 9) int scale) {
        assertThat(AmountParserTest.read(scale, price, quantity))
                .isEqualTo(expected(new BigDecimal(price).multiply(new BigDecimal(quantity)), scale));
    }

    @Property(seed = "1")
    void anyTextIsReadOrRejected(@ForAll String text) {
        assertThat(AmountParserTest.read(2, text)).isNotEmpty();
    }
}
