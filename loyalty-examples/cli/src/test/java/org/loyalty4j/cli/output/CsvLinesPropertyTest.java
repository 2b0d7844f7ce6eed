package org.loyalty4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The bytes are those of {@link CsvWriter} and {@link BigDecimal}. */
class CsvLinesPropertyTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab \"#,\n\r\t;'\u5c71\u0000").ofMaxLength(6);
    }

    @Property(tries = 1000, seed = "1")
    void textIsQuotedAsFastCsvDoes(@ForAll("texts") String first, @ForAll("texts") String second) throws IOException {
        StringWriter expected = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(expected)) {
            csv.writeRecord(first, "next_action");
            csv.writeRecord(second, "");
        }
        CsvLines lines = new CsvLines();
        lines.text(first).text("next_action").endRow();
        lines.text(second).empty().endRow();
        assertThat(lines.all().toString()).isEqualTo(expected.toString());
    }

    @Property(seed = "1")
    void datesAndWholeNumbersAreThoseOfJava(
            @ForAll @LongRange(min = -719_162, max = 2_932_896) long day, @ForAll int number) {
        LocalDate date = LocalDate.ofEpochDay(day);
        CsvLines lines = new CsvLines();
        lines.date(date)
                .date(null)
                .integer(number)
                .integer(OptionalInt.empty())
                .integer(OptionalInt.of(number))
                .endRow();
        assertThat(lines.all().toString()).isEqualTo(date + ",," + number + ",," + number + "\n");
    }

    /** Numbers of any size, round ones, and halves of what is rounded to. */
    @Provide
    Arbitrary<Double> numbers() {
        Arbitrary<Double> any = Arbitraries.doubles();
        Arbitrary<Double> usual = Arbitraries.doubles().between(-2e6, 2e6).ofScale(9);
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).ofScale(17);
        Arbitrary<Double> small = shares.map(share -> StrictMath.pow(share, 20));
        Arbitrary<Double> ties = Arbitraries.longs()
                .between(-2_000_000, 2_000_000)
                .flatMap(n -> Arbitraries.integers().between(0, 12).map(k -> (n + 0.5) / StrictMath.pow(10, k)));
        Arbitrary<Double> near = Arbitraries.oneOf(ties, usual).map(Math::nextUp);
        Arbitrary<Double> edges = Arbitraries.of(
                0.0,
                -0.0,
                1.0,
                0.1,
                99_999.95,
                99_999.949999,
                999_999.5,
                999_999.4999,
                1e6,
                1e-10,
                1e-15,
                5e-16,
                1e-16,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                123_456_789.125,
                -1e-9,
                17_592_186_044_416.5,
                100_000.0,
                0.099999995);
        return Arbitraries.oneOf(any, usual, shares, small, ties, near, edges);
    }

    @Property(tries = 5000, seed = "1")
    void numbersAreRoundedAsBigDecimalDoes(@ForAll("numbers") double number, @ForAll @IntRange(max = 9) int decimals) {
        CsvLines lines = new CsvLines();
        lines.fixed(number, decimals)
                .atMost(number, decimals)
                .significant(number)
                .significant(null)
                .endRow();
        BigDecimal exact = new BigDecimal(number);
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal six = exact.round(new MathContext(6, RoundingMode.HALF_EVEN));
        if (six.scale() > 15) {
            six = six.setScale(15, RoundingMode.HALF_EVEN);
        }
        assertThat(lines.all().toString())
                .isEqualTo(rounded.toPlainString() + ","
                        + rounded.stripTrailingZeros().toPlainString() + ","
                        + six.stripTrailingZeros().toPlainString() + ",\n");
    }
}
