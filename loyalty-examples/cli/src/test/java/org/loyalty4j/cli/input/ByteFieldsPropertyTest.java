package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** A field read from bytes has the value that the same field has as text, or is left to be read as text. */
class ByteFieldsPropertyTest {
    private static final int REACH = 100;

    private static byte[] padded(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), text.length() + REACH);
    }

    private static void agrees(DateParser parser, String text) {
        int end = parser.parse(padded(text), 0, ',');
        int day = parser.epochDay();
        if (end == text.length()) {
            assertThat(parser.parse(text.toCharArray(), 0, end, new Rejection()))
                    .isTrue();
            assertThat(day).isEqualTo(parser.epochDay());
        } else {
            assertThat(end).isLessThan(text.length()); // so something follows, and the row is read as text
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "yyyy-MM-dd",
                "uuuu/MM/dd",
                "dd.MM.yyyy",
                "yyyyMMdd",
                "ddMMyyyy",
                "dd/MM/yyyy HH:mm",
                "yyyyMMddHHmmss",
                "yyyy-MM-dd'T'HH:mm:ss.SSS",
                "HH:mm dd-MM-yyyy",
                "HH dd-MM-yyyy");
    }

    @Property(seed = "1")
    void everyDateOfAPatternIsReadFromBytes(
            @ForAll("patterns") String pattern,
            @ForAll @LongRange(min = -50_000_000_000L, max = 200_000_000_000L) long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC);
        String text = time.format(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH));
        DateParser parser = DateParser.of(FileFormat.withDefaults().withDatePattern(pattern));

        assertThat(parser.parse(padded(text), 0, ',')).isEqualTo(text.length());
        assertThat((long) parser.epochDay()).isEqualTo(time.toLocalDate().toEpochDay());
        agrees(parser, text);
    }

    @Property(seed = "1")
    void aDateWithSomethingWrongIsReadAsTheTextIs(
            @ForAll("patterns") String pattern,
            @ForAll @LongRange(min = -50_000_000_000L, max = 200_000_000_000L) long second,
            @ForAll @IntRange(max = 30) int at,
            @ForAll @CharRange(from = ' ', to = '~') char wrong) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC);
        StringBuilder text =
                new StringBuilder(time.format(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)));
        text.setCharAt(at % text.length(), wrong);
        agrees(DateParser.of(FileFormat.withDefaults().withDatePattern(pattern)), text.toString());
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "UTC",
                "Asia/Tokyo",
                "+09:00",
                "America/Havana",
                "America/Sao_Paulo",
                "Pacific/Apia",
                "Africa/Monrovia",
                "Asia/Tehran",
                "Europe/London",
                "Pacific/Kiritimati");
    }

    @Provide
    Arbitrary<String> offsets() {
        return Arbitraries.of(
                "Z", "+00:00", "+09:00", "-03:30", "+17:59", "-18:00", "+18:01", "+9", "+0900", " Z", "z", "");
    }

    @Property(tries = 3000, seed = "1")
    void aPointInTimeFallsOnTheDayOfTheZone(
            @ForAll("zones") String zone,
            @ForAll("offsets") String offset,
            @ForAll @LongRange(min = -2_500_000_000L, max = 4_200_000_000L) long second,
            @ForAll @IntRange(max = 2) int parts) {
        String time = LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern(
                        new String[] {"uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd'T'HH:mm:ss'.123'"}
                                [parts],
                        Locale.ENGLISH));
        DateParser parser = DateParser.of(FileFormat.withDefaults().withZone(ZoneId.of(zone)));
        agrees(parser, time + offset);
        agrees(DateParser.of(FileFormat.withDefaults()), time + offset);
    }

    @Property(tries = 2000, seed = "1")
    void aNumberIsReadAsTheTextIs(@ForAll("numbers") String text) {
        ByteDecimal bytes = new ByteDecimal();
        int end = bytes.parse(padded(text + ","), 0);
        if (end == text.length()) {
            Decimal decimal = new Decimal();
            assertThat(decimal.parse(text.toCharArray(), 0, end)).isTrue();
            assertThat(BigDecimal.valueOf(bytes.unscaled(), bytes.scale())).isEqualTo(decimal.value());
        } else {
            assertThat(end).isLessThan(text.length());
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().withChars("0123456789.-+e").ofMaxLength(20);
    }

    @Property(seed = "1")
    void manyDatesAreReadOneAfterTheOther(
            @ForAll("patterns") String pattern, @ForAll @IntRange(min = 1, max = 20_000) int days) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH);
        DateParser parser = DateParser.of(FileFormat.withDefaults().withDatePattern(pattern));
        for (int round = 0; round < 2; round++) {
            for (int day = 0; day < days; day += 7) {
                byte[] text = padded(
                        LocalDate.of(1960, 1, 1).plusDays(day).atTime(0, 0).format(formatter));
                assertThat(parser.parse(text, 0, ',')).isEqualTo(text.length - REACH);
                assertThat((long) parser.epochDay())
                        .isEqualTo(LocalDate.of(1960, 1, 1).toEpochDay() + day);
            }
        }
    }

    @Property(seed = "1")
    void anIdOfAShapeIsItsNumber(
            @ForAll("beginnings") String beginning,
            @ForAll @IntRange(max = 8) int width,
            @ForAll @IntRange(max = 20_000_000) int number) {
        String digits = width == 0
                ? Integer.toString(number)
                : String.format(Locale.ROOT, "%0" + width + "d", number % (int) Math.pow(10, width));
        IdShape shape = new IdShape(beginning, width);
        String id = beginning + digits;
        int value = Integer.parseInt(digits);
        IdShape.Reader reader = shape.reader();
        int end = reader.read(padded(id + ",9"), 0);
        if (value >= 1 << 24) {
            assertThat(end).isEqualTo(IdShape.NONE);
            return;
        }
        assertThat(reader.number()).isEqualTo(value);
        assertThat(end).isEqualTo(id.length());
        assertThat(shape.text(value)).isEqualTo(id);
    }

    @Property(seed = "1")
    void whatIsReadByAShapeIsTheIdItself(@ForAll("ids") String one, @ForAll("ids") String other) {
        IdShape shape = IdShape.ofMost(List.of(one, one, other));
        for (String id : List.of(one, other)) {
            IdShape.Reader reader = shape.reader();
            if (reader.read(padded(id + ","), 0) == id.length()) {
                assertThat(shape.text(reader.number())).isEqualTo(id);
            }
        }
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.of("", "C", "C-", "CUSTOME", "CUSTOMER", "CUSTOMER-", "1", "CUSTOMER_NUMBER/");
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("0019C-a").ofMinLength(1).ofMaxLength(12);
    }

    @Property(seed = "1")
    void findsTheFirstOfAByte(
            @ForAll @StringLength(8) @CharRange(from = 0, to = 127) String text,
            @ForAll @IntRange(max = 127) int wanted) {
        int first = Words.first(Words.equal(Words.at(padded(text), 0), Words.repeat(wanted)));
        int expected = text.indexOf(wanted);
        assertThat(first).isEqualTo(expected < 0 ? Words.BYTES : expected);
    }

    @Property(seed = "1")
    void isUtf8JustWhereTheDecoderSaysSo(@ForAll("nearlyUtf8") byte[] bytes) {
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Chunk.PADDING);
        boolean valid;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            valid = true;
        } catch (java.nio.charset.CharacterCodingException malformed) {
            valid = false;
        }
        ByteEncoding utf8 = Objects.requireNonNull(ByteEncoding.of(FileFormat.withDefaults()));
        assertThat(utf8.isText(new Chunk(0, padded, 0, bytes.length))).isEqualTo(valid);
    }

    @Provide
    Arbitrary<byte[]> nearlyUtf8() {
        Arbitrary<Byte> edges = Arbitraries.of(
                        0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe3, 0xed,
                        0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff)
                .map(Integer::byteValue);
        return edges.list().ofMaxSize(12).map(list -> {
            byte[] bytes = new byte[list.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = list.get(i);
            }
            return bytes;
        });
    }
}
