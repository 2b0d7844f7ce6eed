package org.loyalty4j.cli.analyze;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.btyd.FittedModel;
import org.loyalty4j.cli.OptionConverter;
import org.loyalty4j.profile.LoyaltyForecast;
import org.loyalty4j.profile.LoyaltyReport;

/** The warnings of a fit in the languages of the report; the library gives them in English. */
final class FitWarnings {
    private static final Map<Pattern, String> JAPANESE = Map.of(
            Pattern.compile("no customer bought again: .*"), "再購入した顧客がいないため、購入率や離脱については何も分かりません。",
            Pattern.compile("few customers bought again: (\\S+)"), "再購入した顧客は$1人だけです。",
            Pattern.compile("customers who first bought on the last day .*: there are (\\S+)"),
                    "$1人の顧客は最終日に初めて購入しており、その後についての情報がありません。",
            Pattern.compile("the log-likelihood lacks the gaps .* than (\\S+) phases"),
                    "対数尤度は購入間隔の項を含みません。対数尤度、AIC、BIC をフェーズ数が $1 以外のモデルと比較することはできません。",
            Pattern.compile("the limit of (\\S+) evaluations .*"), "最大値に達する前に尤度の計算回数の上限（$1回）に達しました。",
            Pattern.compile("(\\S+) is poorly determined: .*"), "$1の値は不確かです。信頼区間をご覧になるか、データを増やしてください。",
            Pattern.compile("the data do not determine the parameters: .*"),
                    "このデータからはパラメーターが定まりません。顧客数や期間を増やすか、より単純なモデルを使ってください。",
            Pattern.compile(".*: single parameters mean nothing, .*"), "パラメーターを個別に解釈することはできません。より単純なモデルを使ってください。");

    private FitWarnings() {}

    static List<LocalizedText> of(FittedModel<?> fit) {
        return fit.warnings().stream()
                .map(warning -> new LocalizedText(sentence(warning), japanese(warning)))
                .toList();
    }

    /**
     * Why not to believe the forecast in customers.csv: one line for those who never open the report.
     *
     * @param report the analysis
     * @return the line; empty without a forecast, or if its model has converged
     */
    static Optional<String> doubt(LoyaltyReport report) {
        return report.forecast()
                .map(LoyaltyForecast::fit)
                .filter(fit -> fit.status() != FitStatus.CONVERGED)
                .map(fit ->
                        "the forecast is doubtful: the fit of " + fit.model().name() + " is "
                                + OptionConverter.keyOf(fit.status()).replace('-', ' ') + ": "
                                + String.join("; ", fit.warnings()));
    }

    private static String sentence(String warning) {
        return warning.substring(0, 1).toUpperCase(Locale.ROOT) + warning.substring(1) + ".";
    }

    private static String japanese(String warning) {
        for (Map.Entry<Pattern, String> known : JAPANESE.entrySet()) {
            Matcher matcher = known.getKey().matcher(warning);
            if (matcher.matches()) {
                return matcher.replaceFirst(known.getValue());
            }
        }
        return sentence(warning);
    }
}
