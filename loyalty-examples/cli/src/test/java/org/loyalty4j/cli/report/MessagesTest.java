package org.loyalty4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private final Properties english = read("messages.properties");
    private final Properties japanese = read("messages_ja.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(japanese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(japanese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void everyTextIsAFormatWithoutPlainApostrophes() {
        for (Properties language : new Properties[] {english, japanese}) {
            for (String key : language.stringPropertyNames()) {
                String text = language.getProperty(key);
                assertThat(text).as(key).isNotBlank().doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.ROOT)).as(key).isNotNull();
            }
        }
    }

    @Test
    void theWordsOfAnyOtherLanguageAreEnglish() {
        assertThat(new Texts(Locale.forLanguageTag("tr")).get("title")).isEqualTo(english.getProperty("title"));
        assertThat(new Texts(Locale.JAPAN).get("title")).isEqualTo(japanese.getProperty("title"));
    }

    @Test
    void oneIsSingular() {
        Texts texts = new Texts(Locale.ENGLISH);
        assertThat(texts.count("customers", 0)).isEqualTo("0 customers");
        assertThat(texts.count("customers", 1)).isEqualTo("1 customer");
        assertThat(texts.count("customers", 12_345)).isEqualTo("12,345 customers");
        assertThat(new Texts(Locale.JAPANESE).count("customers", 12_345)).isEqualTo("12,345人");
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
