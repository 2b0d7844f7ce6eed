package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountParserTest {

    static String read(int scale, String amount) {
        Row row = new Row("test");
        row.begin(1);
        row.add(amount);
        Rejection why = new Rejection();
        AmountParser parser = new AmountParser(scale);
        return parser.parse(row, 0, why)
                ? Long.toString(parser.minorUnits())
                : why.reason().key();
    }

    static String read(int scale, String price, String quantity) {
        Row row = new Row("test");
        row.begin(1);
        row.add(price);
        row.add(quantity);
        Rejection why = new Rejection();
        AmountParser parser = new AmountParser(scale);
        return parser.parseProduct(row, 0, 1, why)
                ? Long.toString(parser.minorUnits())
                : why.reason().key();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 12.5, 1250",
        "2, 12.500, 1250",
        "2, 12.505, too_many_decimals",
        "2, +12, 1200",
        "2, -0.01, -1",
        "2, .5, 50",
        "2, 5., 500",
        "2, -0, 0",
        "2, 0.000000000000000000000, 0",
        "2, 1.25E1, 1250",
        "2, 1e400, amount_overflow",
        "2, 1e999999999, amount_overflow",
        "2, 1e99999999999, bad_amount",
        "2, 1e-999999999, too_many_decimals",
        "2, 0e999999999, 0",
        "2, NaN, bad_amount",
        "2, Infinity, bad_amount",
        "2, -, bad_amount",
        "2, ., bad_amount",
        "2, 1-2, bad_amount",
        "2, 1.2.3, bad_amount",
        "2, '1,234.50', bad_amount",
        "2, 1 234, bad_amount",
        "2, $12, bad_amount",
        "2, 0x10, bad_amount",
        "2, '', missing_amount",
        "2, 92233720368547758.07, 9223372036854775807",
        "2, 92233720368547758.08, amount_overflow",
        "2, -92233720368547758.08, -9223372036854775808",
        "2, -92233720368547758.09, amount_overflow",
        "2, 000000000000000000000000000012.00000000000000000000, 1200",
        "0, 1200, 1200",
        "0, 1200.0, 1200",
        "0, 1200.5, too_many_decimals",
        "0, 9223372036854775807, 9223372036854775807",
        "0, 9223372036854775808, amount_overflow",
        "9, 1.000000001, 1000000001",
        "9, 9223372036.854775808, amount_overflow"
    })
    void wholeMinorUnitsOrAReason(int scale, String text, String expected) {
        assertThat(read(scale, text)).isEqualTo(expected);
    }
}
