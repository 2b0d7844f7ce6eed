package org.loyalty4j.cli.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loyalty4j.cli.report.Block.Term;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the report: one HTML file that carries its style, its charts and its numbers inside itself and never uses the network.
 *
 * <p>Tables are plain HTML and need no script; the charts beside them are drawn in the browser.
 */
public final class HtmlReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HtmlReport() {}

    /**
     * The page as a string.
     *
     * @param model the numbers
     * @param locale the language and the number formats: Japanese, or English for every other language
     * @return the HTML, to be stored as UTF-8
     */
    public static String render(ReportModel model, Locale locale) {
        StringWriter page = new StringWriter();
        try {
            render(model, locale, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    /**
     * Writes the page.
     *
     * @param model the numbers
     * @param locale the language and the number formats: Japanese, or English for every other language
     * @param out where to write, as UTF-8; stays open
     * @throws IOException if writing fails
     */
    public static void render(ReportModel model, Locale locale, Writer out) throws IOException {
        Edition edition = Edition.of(model, locale);
        List<Chapter> chapters = chapters(model, edition);
        List<Section> sections = chapters.stream()
                .flatMap(chapter -> chapter.sections().stream())
                .toList();
        String echarts = Assets.echarts();
        String script = Assets.own("report.js");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("lang", edition.texts().locale().getLanguage());
        page.put("policy", policy(echarts, script));
        page.put("title", edition.text("title"));
        page.put("facts", HeaderFacts.of(model, edition));
        page.put("chapters", chapters);
        page.put("sections", sections);
        page.put("style", Assets.own("report.css"));
        page.put("echarts", echarts);
        page.put("script", script);
        page.put("charts", json(charts(sections, edition)));
        page.put("text", (Mustache.Lambda) (key, writer) -> writer.write(escape(edition.text(key.execute()))));
        try {
            template().execute(page, out);
        } catch (MustacheException wrapped) {
            if (wrapped.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw wrapped;
        }
        out.flush();
    }

    private static List<Chapter> chapters(ReportModel model, Edition edition) {
        return List.of(
                Chapter.of(
                        "overview",
                        edition,
                        Section.of("findings", edition, Block.findings(Findings.of(model, edition))),
                        KeyFiguresSection.of(model, edition)),
                Chapter.of(
                        "buying",
                        edition,
                        HeatMapSection.of(model, edition),
                        SegmentsSection.of(model, edition),
                        ConcentrationSection.of(model, edition),
                        DistributionsSection.of(model, edition)),
                Chapter.of(
                        "feeling",
                        edition,
                        NpsSection.of(model, edition),
                        NpsGroupsSection.of(model, edition),
                        ResponseSection.of(model, edition),
                        OutcomesSection.of(model, edition)),
                Chapter.of(
                        "loyalty",
                        edition,
                        QuadrantsSection.of(model, edition),
                        MovementSection.of(model, edition),
                        NextActionsSection.of(model, edition)),
                Chapter.of(
                        "leaving",
                        edition,
                        ChurnSection.of(model, edition),
                        CohortSection.of(model, edition),
                        SurvivalSection.of(model, edition),
                        StatesSection.of(model, edition),
                        ThresholdSection.of(model, edition),
                        RiskSection.of(model, edition)),
                Chapter.of(
                        "future",
                        edition,
                        ForecastSection.of(model, edition),
                        TrackingSection.of(model, edition),
                        ResidualSection.of(model, edition),
                        BacktestSection.of(model, edition),
                        ValueSection.of(model, edition)),
                Chapter.of("behind", edition, DataSection.of(model, edition), MethodSection.of(edition)));
    }

    private static Template template() {
        return Mustache.compiler()
                .withLoader(name -> new StringReader(Assets.own(name + ".mustache")))
                .compile(Assets.own("report.mustache"));
    }

    /** Nothing may be fetched, and no script may run but the two of this page. Charts style their own elements. */
    private static String policy(String... scripts) {
        StringBuilder allowed = new StringBuilder();
        for (String script : scripts) {
            allowed.append(' ').append(Assets.fingerprint(script));
        }
        return "default-src 'none'; script-src" + allowed
                + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static Map<String, Object> charts(List<Section> sections, Edition edition) {
        Map<String, Object> charts = new LinkedHashMap<>();
        for (Section section : sections) {
            for (Block block : section.blocks()) {
                if (block.content() instanceof Chart chart) {
                    charts.put(chart.id(), chart.data());
                }
            }
        }
        return Map.of("locale", edition.texts().locale().toLanguageTag(), "charts", charts);
    }

    /** JSON that can stand inside a script element: no {@code <} can end the element or open a comment. */
    private static String json(Object value) {
        return JSON.writeValueAsString(value).replace("<", "\\u003c");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What was analysed, for the head of the page. */
    private static final class HeaderFacts {

        static List<Term> of(ReportModel model, Edition edition) {
            ReportModel.Scope scope = model.scope();
            Numbers numbers = edition.numbers();
            String period = scope.period()
                    .map(p -> edition.text("range", numbers.date(p.first()), numbers.date(p.last())))
                    .orElse(Numbers.NONE);
            return List.of(
                    new Term(edition.text("head.asof"), numbers.date(scope.asOf())),
                    new Term(edition.text("head.period"), period),
                    new Term(
                            edition.text("head.base"),
                            edition.text(
                                    "head.base.text",
                                    edition.texts()
                                            .count(
                                                    "customers",
                                                    model.keyFigures().customers()),
                                    edition.texts()
                                            .count("orders", model.keyFigures().orders()))),
                    new Term(
                            edition.text("head.currency"),
                            scope.currency().isEmpty() ? edition.text("head.currency.none") : scope.currency()),
                    new Term(edition.text("head.sources"), String.join(", ", scope.sources())));
        }
    }
}
