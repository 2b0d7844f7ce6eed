package org.loyalty4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.cli.LoyaltyCommand;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Opens the page in a headless Chromium, wide and as on a phone; screenshots stay in {@code target/report-shots}.
 *
 * <p>Without a browser it is skipped, unless {@code LOYALTY_REQUIRE_BROWSER=true} says that there has to be one.
 */
class ReportBrowserTest {

    /** Kept, so that it stays silent: Selenium warns about every browser that is newer than itself. */
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private static final Path SHOTS = Path.of("target", "report-shots");

    @TempDir
    static Path folder;

    @Nullable
    private static ChromeDriver browser;

    @BeforeAll
    static void openBrowser() throws IOException {
        Optional<Path> chromium = firstOf("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        Optional<Path> driver = firstOf("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            String message = "ReportBrowserTest needs chromium and chromedriver: the report was not seen by a browser";
            assertThat(required()).as(message).isFalse();
            System.err.println("SKIPPED: " + message);
            assumeTrue(false, message);
        }
        VERSIONS.setLevel(Level.OFF);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + Files.createDirectory(folder.resolve("profile")));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        browser = new ChromeDriver(service, options);
        Files.createDirectories(SHOTS);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "full, en, 1280, 32",
        "full, en, 390, 32",
        "full, ja, 1280, 32",
        "full, ja, 390, 32",
        "ten-bins, en, 1280, 32",
        "ten-bins, en, 390, 32",
        "without-surveys, en, 1280, 10",
        "without-surveys, ja, 390, 10",
        "hostile, en, 390, 32",
        "tiny, en, 390, 9",
        "empty, ja, 1280, 0"
    })
    void everyChartIsDrawn(String name, String language, int width, int charts) throws IOException {
        load(name, language, width);
        assertThat(list("return [...document.querySelectorAll('[data-chart]')].map(c => c.id)"))
                .hasSize(charts);
        awaitCharts();
        assertThat(list("""
                return [...document.querySelectorAll('[data-chart]')].filter(c => {
                    const chart = echarts.getInstanceByDom(c);
                    return !chart || !chart.getOption().series.length
                        || c.querySelectorAll('svg path, svg text, svg circle').length === 0;
                }).map(c => c.id)""")).as("charts without a drawing").isEmpty();
        assertThat(number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat(list("""
                return [...document.querySelectorAll('main section, figure, .tile, .card')]
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))""")).as("parts wider than the page").isEmpty();
        if (!name.equals("hostile")) {
            assertThat(textsCutOff()).isEmpty();
        }
        shoot(name + "-" + language + "-" + width);
        assertThat(complaints()).isEmpty();
    }

    /** The page that the command writes about the demo data, rather than one about made-up numbers. */
    @ParameterizedTest
    @CsvSource({"en, 1280", "ja, 390"})
    void theReportOfTheCommandIsDrawn(String language, int width) throws IOException {
        Path out = folder.resolve("demo-" + language);
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed, true);
        String[] args = {
            "analyze",
            "--transactions",
            "demo/transactions.csv",
            "--surveys",
            "demo/surveys.csv",
            "--customers",
            "demo/customers.csv",
            "--as-of",
            "2025-12-31",
            "--compare-to",
            "2024-12-31",
            "--horizon",
            "1y",
            "--discount-rate",
            "0.1",
            "--lang",
            language,
            "--out",
            out.toString()
        };
        assertThat(LoyaltyCommand.run(args, writer, writer))
                .as(printed.toString())
                .isZero();
        resize(width);
        complaints();
        browser().get(out.resolve("report.html").toUri().toString());
        awaitCharts();
        assertThat(list("return [...document.querySelectorAll('[data-chart]')].map(c => c.id)"))
                .hasSize(32);
        assertThat(number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        shoot("demo-" + language + "-" + width);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void noScriptOfAHostileNameRuns() throws IOException {
        load("hostile", "en", 1280);
        awaitCharts();
        assertThat(list("return [...document.querySelectorAll('img')].map(e => e.outerHTML)"))
                .isEmpty();
        // Tooltips are the only place where the page makes markup of text.
        browser()
                .executeScript("echarts.getInstanceByDom(document.getElementById('chart-segments'))"
                        + ".dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 0})");
        assertThat(list("return [...document.querySelectorAll('img')].map(e => e.outerHTML)"))
                .isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void chartsFollowTheWindow() throws IOException {
        load("full", "en", 1280);
        awaitCharts();
        resize(390);
        await(() -> number("return Math.max(...[...document.querySelectorAll('[data-chart] svg')]"
                        + ".map(s => s.getBoundingClientRect().width))")
                < 390);
        assertThat(number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void chartsFitThePaper() throws IOException {
        load("full", "en", 1280);
        awaitCharts();
        browser().executeScript("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(number("return Math.max(...[...document.querySelectorAll('[data-chart] svg')]"
                        + ".map(s => s.getBoundingClientRect().width))"))
                .isLessThanOrEqualTo(680);
        browser().executeScript("window.dispatchEvent(new Event('afterprint'))");
        Object pdf = browser()
                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false))
                .get("data");
        Files.write(SHOTS.resolve("full-en.pdf"), Base64.getDecoder().decode(String.valueOf(pdf)));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void tablesNeedNoScript() throws IOException {
        String page = HtmlReport.render(ReportFixtures.full(), Locale.ENGLISH);
        Path file = folder.resolve("plain.html");
        Files.writeString(file, page.replaceAll("(?s)<script>.*?</script>", ""), StandardCharsets.UTF_8);
        resize(1280);
        browser().get(file.toUri().toString());
        assertThat(number("return document.querySelectorAll('table tbody tr').length"))
                .isGreaterThan(50);
        assertThat(number("return document.querySelectorAll('svg').length")).isZero();
    }

    private static void load(String name, String language, int width) throws IOException {
        ReportModel model = switch (name) {
            case "full" -> ReportFixtures.full();
            case "ten-bins" -> ReportFixtures.full(10);
            case "without-surveys" -> ReportFixtures.withoutSurveys();
            case "hostile" -> ReportFixtures.hostile();
            case "tiny" -> ReportFixtures.tiny();
            case "empty" -> ReportFixtures.empty();
            default -> throw new IllegalArgumentException(name);
        };
        Path file = folder.resolve(name + "-" + language + ".html");
        Files.writeString(file, HtmlReport.render(model, Locale.forLanguageTag(language)), StandardCharsets.UTF_8);
        resize(width);
        complaints();
        browser().get(file.toUri().toString());
    }

    private static void resize(int width) {
        browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    private static void awaitCharts() {
        await(() -> list("return [...document.querySelectorAll('[data-chart]')]"
                        + ".filter(c => c.dataset.drawn !== 'true').map(c => c.id)")
                .isEmpty());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<?> textsCutOff() {
        return list("""
                return [...document.querySelectorAll('[data-chart] svg text')].filter(t => {
                    const text = t.getBoundingClientRect();
                    const chart = t.closest('svg').getBoundingClientRect();
                    return text.top < chart.top - 2 || text.bottom > chart.bottom + 2
                        || text.left < chart.left - 2 || text.right > chart.right + 2;
                }).map(t => t.closest('[data-chart]').id + ': ' + t.textContent)""");
    }

    private static void shoot(String name) throws IOException {
        Object png = browser()
                .executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                .get("data");
        Files.write(SHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(png)));
    }

    private static List<String> complaints() {
        return browser().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    private static List<?> list(String script) {
        return (List<?>) Objects.requireNonNull(browser().executeScript(script));
    }

    private static double number(String script) {
        return ((Number) Objects.requireNonNull(browser().executeScript(script))).doubleValue();
    }

    private static ChromeDriver browser() {
        return Objects.requireNonNull(browser);
    }

    private static Optional<Path> firstOf(String... paths) {
        return Stream.of(paths).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static boolean required() {
        return "true".equals(System.getenv("LOYALTY_REQUIRE_BROWSER")) || Boolean.getBoolean("LOYALTY_REQUIRE_BROWSER");
    }
}
