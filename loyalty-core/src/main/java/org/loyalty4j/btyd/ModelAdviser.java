package org.loyalty4j.btyd;

import static org.loyalty4j.btyd.AdviceTopic.BOUNDARY;
import static org.loyalty4j.btyd.AdviceTopic.BURSTS;
import static org.loyalty4j.btyd.AdviceTopic.CHOICE;
import static org.loyalty4j.btyd.AdviceTopic.FEW_CUSTOMERS;
import static org.loyalty4j.btyd.AdviceTopic.FEW_REPEATERS;
import static org.loyalty4j.btyd.AdviceTopic.LEFT_TRUNCATION;
import static org.loyalty4j.btyd.AdviceTopic.LITTLE_TIME;
import static org.loyalty4j.btyd.AdviceTopic.LONG_HORIZON;
import static org.loyalty4j.btyd.AdviceTopic.NO_CUSTOMERS;
import static org.loyalty4j.btyd.AdviceTopic.NO_REPEATERS;
import static org.loyalty4j.btyd.AdviceTopic.ONE_TIMERS;
import static org.loyalty4j.btyd.AdviceTopic.REGULAR_PURCHASES;
import static org.loyalty4j.btyd.AdviceTopic.SAME_DAY_ROWS;
import static org.loyalty4j.btyd.AdviceTopic.SPEND_CORRELATION;
import static org.loyalty4j.btyd.AdviceTopic.UNCERTAIN_FIT;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Horizon;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendFrequencyCorrelation;

/**
 * Reads the data, fits the models that suit them, and says in words which to use and why. The limits from which it speaks are
 * those of {@link AdviceTopic}.
 *
 * <pre>{@code
 * ModelAdvice advice = ModelAdviser.withDefaults()
 *         .withHorizon(Horizon.years(1))
 *         .withRhythm(PurchaseRhythm.of(log, rules, asOf))
 *         .advise(summaries.repeatHistories(PeriodUnit.WEEK).histogram());
 * }</pre>
 *
 * <p>The BG/NBD, MBG/NBD, Pareto/NBD and NBD models give densities of the same (x, t_x, T), so that their likelihoods are
 * compared by AIC, as {@link ModelComparison} says. Purchases that are regular suggest {@link BgCnbd} and {@link MbgCnbd} with
 * the nearest number of phases. Their likelihoods are comparable once the logarithms of the gaps are added: if the rhythm was
 * read from the same purchases they take part, and the AIC decides. If not, the two are compared with each other only, and the
 * better one is chosen for the rhythm, unless its fit cannot be relied on.
 */
public final class ModelAdviser implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_PHASES = 12;

    private final List<PurchaseModelChoice> candidates;
    private final @Nullable Horizon horizon;
    private final @Nullable PurchaseRhythm rhythm;
    private final @Nullable SpendFrequencyCorrelation correlation;
    private final int parallelism;

    private ModelAdviser(
            List<PurchaseModelChoice> candidates,
            @Nullable Horizon horizon,
            @Nullable PurchaseRhythm rhythm,
            @Nullable SpendFrequencyCorrelation correlation,
            int parallelism) {
        this.candidates = candidates;
        this.horizon = horizon;
        this.rhythm = rhythm;
        this.correlation = correlation;
        this.parallelism = parallelism;
    }

    /**
     * An adviser that compares the BG/NBD, MBG/NBD, Pareto/NBD and NBD models and knows nothing but the histories.
     *
     * @return the adviser
     */
    public static ModelAdviser withDefaults() {
        return new ModelAdviser(
                Stream.of(
                                PurchaseModelKind.BG_NBD,
                                PurchaseModelKind.MBG_NBD,
                                PurchaseModelKind.PARETO_NBD,
                                PurchaseModelKind.NBD)
                        .map(PurchaseModelChoice::of)
                        .toList(),
                null,
                null,
                null,
                1);
    }

    /**
     * A copy that compares other models.
     *
     * @param newCandidates at least one, none of which is {@link PurchaseModelKind#phased() phased}
     * @return the copy
     * @throws IllegalArgumentException if there is none, or a phased one
     */
    public ModelAdviser withCandidates(List<PurchaseModelChoice> newCandidates) {
        List<PurchaseModelChoice> copy = List.copyOf(Objects.requireNonNull(newCandidates, "newCandidates"));
        Checks.positive((long) copy.size(), "newCandidates.size");
        for (PurchaseModelChoice candidate : copy) {
            if (candidate.kind().phased()) {
                throw new IllegalArgumentException(
                        "newCandidates must have no phases, which follow from the rhythm, but had " + candidate);
            }
        }
        return new ModelAdviser(copy, horizon, rhythm, correlation, parallelism);
    }

    /**
     * A copy that knows how far ahead forecasts will look.
     *
     * @param newHorizon the horizon
     * @return the copy
     */
    public ModelAdviser withHorizon(Horizon newHorizon) {
        return new ModelAdviser(
                candidates, Objects.requireNonNull(newHorizon, "newHorizon"), rhythm, correlation, parallelism);
    }

    /**
     * A copy that knows how regularly these customers buy.
     *
     * @param newRhythm the rhythm of the same customers
     * @return the copy
     */
    public ModelAdviser withRhythm(PurchaseRhythm newRhythm) {
        return new ModelAdviser(
                candidates, horizon, Objects.requireNonNull(newRhythm, "newRhythm"), correlation, parallelism);
    }

    /**
     * A copy that knows whether those who buy more often spend more at a time.
     *
     * @param newCorrelation the correlation of spend with frequency
     * @return the copy
     */
    public ModelAdviser withSpendCorrelation(SpendFrequencyCorrelation newCorrelation) {
        return new ModelAdviser(
                candidates, horizon, rhythm, Objects.requireNonNull(newCorrelation, "newCorrelation"), parallelism);
    }

    /**
     * A copy that fits on several threads; the default is one. The advice is the same for any number of them.
     *
     * @param newParallelism how many threads, in [1, 1024]
     * @return the copy
     * @throws IllegalArgumentException if it is out of range
     */
    public ModelAdviser withParallelism(int newParallelism) {
        return new ModelAdviser(candidates, horizon, rhythm, correlation, new Parallel(newParallelism).threads());
    }

    /**
     * Reads the data and advises.
     *
     * @param histogram the histories of the customers
     * @return the model to use, the fits compared, and what was found
     */
    public ModelAdvice advise(RepeatHistogram histogram) {
        List<AdviceFinding> findings = new ArrayList<>(findings(histogram));
        if (findings.stream().anyMatch(finding -> finding.topic().severity() == AdviceTopic.Severity.STOP)) {
            return new ModelAdvice(null, null, findings);
        }
        ModelComparison comparison = choose(histogram);
        int phases = phases();
        if (phases > 1 && !isComparable(HistoryFacts.of(histogram))) {
            // Both leave the same part of the likelihood out.
            ComparedModel regular = new ModelComparison(regularModels(phases, histogram, 0)).winner();
            return adviseRegular(regular, comparison, findings);
        }
        addComparison(comparison, findings);
        return new ModelAdvice(comparison.winner().choice(), comparison, findings);
    }

    /** The advice where purchases are regular and the likelihood of a model of such purchases is not comparable. */
    static ModelAdvice adviseRegular(ComparedModel regular, ModelComparison others, List<AdviceFinding> facts) {
        List<AdviceFinding> findings = new ArrayList<>(facts);
        if (regular.reliable()) {
            findings.add(new AdviceFinding(CHOICE, 0, regularChoice(regular.choice())));
            addStatus(regular, findings);
            return new ModelAdvice(regular.choice(), others, findings);
        }
        findings.add(new AdviceFinding(UNCERTAIN_FIT, regular.logLikelihood(), leftAside(regular)));
        addComparison(others, findings);
        return new ModelAdvice(others.winner().choice(), others, findings);
    }

    /**
     * Reads the data without fitting a model: what to know of them whichever model is used.
     *
     * @param histogram the histories of the customers
     * @return the findings that {@link #advise} begins with, unmodifiable
     */
    public List<AdviceFinding> findings(RepeatHistogram histogram) {
        Objects.requireNonNull(histogram, "histogram");
        HistoryFacts facts = HistoryFacts.of(histogram);
        if (facts.customers() == 0) {
            return List.of(finding(NO_CUSTOMERS, 0, "There is no buyer: no model.", "購入者がいないため、モデルは使えません。"));
        }
        if (facts.repeaters() == 0) {
            return List.of(finding(
                    NO_REPEATERS,
                    facts.customers(),
                    "None of %1$,.0f buyers has bought again: no model can tell how often they will.",
                    "%1$,.0f 人の購入者のうち再購入した人がいないため、購入頻度を推定できるモデルはありません。"));
        }
        List<AdviceFinding> findings = new ArrayList<>();
        addFactsOf(facts, findings);
        addRhythm(findings);
        addSpend(findings);
        return List.copyOf(findings);
    }

    /**
     * Fits the candidates to the same data and compares them, with {@link BgCnbd} and {@link MbgCnbd} if the purchases are
     * regular and the likelihoods of these comparable.
     *
     * @param histogram the histories of the customers
     * @return the fits, the best first
     * @throws IllegalArgumentException if there is no customer
     */
    public ModelComparison choose(RepeatHistogram histogram) {
        Objects.requireNonNull(histogram, "histogram");
        List<ComparedModel> models = new ArrayList<>();
        for (PurchaseModelChoice candidate : candidates) {
            Fit<? extends PurchaseModel<?>> fit =
                    candidate.fitter().withParallelism(parallelism).fit(histogram);
            models.add(new ComparedModel(candidate, fit, fit.logLikelihood()));
        }
        int phases = phases();
        if (phases > 1 && rhythm != null && isComparable(HistoryFacts.of(histogram))) {
            models.addAll(regularModels(phases, histogram, (phases - 1) * rhythm.sumOfLogGaps(histogram.unit())));
        }
        return new ModelComparison(models);
    }

    /** The models of regular purchases, fitted; {@code gaps} is what their likelihoods leave out. */
    private List<ComparedModel> regularModels(int phases, RepeatHistogram histogram, double gaps) {
        List<ComparedModel> models = new ArrayList<>();
        for (PurchaseModelKind kind : List.of(PurchaseModelKind.BG_CNBD, PurchaseModelKind.MBG_CNBD)) {
            PurchaseModelChoice regular = new PurchaseModelChoice(kind, phases);
            Fit<? extends PurchaseModel<?>> fit =
                    regular.fitter().withParallelism(parallelism).fit(histogram);
            models.add(new ComparedModel(regular, fit, fit.logLikelihood() + gaps));
        }
        return models;
    }

    /** Whether the rhythm was read from the purchases of the histories: from as many gaps as there are repeat purchases. */
    private boolean isComparable(HistoryFacts facts) {
        return rhythm != null && rhythm.gaps() == facts.purchases();
    }

    /** The phases that the rhythm suggests: 1 unless purchases are regular. */
    private int phases() {
        if (rhythm == null || rhythm.pairs() < 2) {
            return 1;
        }
        if (rhythm.shape().isEmpty()) {
            return MOST_PHASES; // every pair of gaps is of equal ones
        }
        double k = rhythm.shape().getAsDouble();
        boolean regular = k >= 1.5 && k - 2 * rhythm.standardError().orElseThrow() > 1;
        return regular ? (int) Math.min(MOST_PHASES, Math.round(k)) : 1;
    }

    private void addFactsOf(HistoryFacts facts, List<AdviceFinding> findings) {
        if (facts.customers() < 200) {
            findings.add(finding(
                    FEW_CUSTOMERS,
                    facts.customers(),
                    "Only %1$,.0f buyers: look at the standard errors before you use a number.",
                    "購入者が %1$,.0f 人しかいません。数値を使う前に標準誤差を確認してください。"));
        }
        if (facts.repeaters() < 50) {
            findings.add(finding(
                    FEW_REPEATERS,
                    facts.repeaters(),
                    "Only %1$,.0f buyers have bought again: rates and dropout rest on these; consider a prior.",
                    "再購入者が %1$,.0f 人しかいません。購入率と離脱率はこの人数だけから推定されます。事前分布の利用を検討してください。"));
        }
        if (facts.withSameDayRows() > 0) {
            findings.add(finding(
                    SAME_DAY_ROWS,
                    facts.withSameDayRows(),
                    "%1$,.0f customers have more purchases than days: merge the rows of a day into one purchase.",
                    "%1$,.0f 人の購入回数が日数を上回っています。同じ日の行を 1 回の購入にまとめてください。"));
        }
        if (facts.longestInGaps() < 3) {
            findings.add(finding(
                    LITTLE_TIME,
                    facts.longestInGaps(),
                    "The longest time observed is %1$.1f times the usual time between two purchases: nobody has been silent"
                            + " for long enough to tell a lost customer from a waiting one.",
                    "最長の観測期間は通常の購入間隔の %1$.1f 倍にすぎません。離脱した顧客と次の購入を待つ顧客を区別できません。"));
        }
        double early = facts.bornEarly() / facts.customers();
        if (early * facts.longestDays() > 3 * HistoryFacts.FIRST_DAYS) {
            findings.add(finding(
                    LEFT_TRUNCATION,
                    early,
                    "%2$.0f %% of the buyers first bought in the first 30 days. If they were chosen so, all is well; if they are"
                            + " older than the log, leave them out by their true first purchase.",
                    "購入者の %2$.0f %% は最初の 30 日間に初回購入しています。意図して選んだのでなければ、ログの開始前からの顧客かもしれません。真の初回購入日で除外してください。"));
        }
        if (horizon != null && facts.longestDays() > 0) {
            double ratio = horizon.in(PeriodUnit.DAY) / facts.longestDays();
            if (ratio > 2) {
                findings.add(finding(
                        LONG_HORIZON,
                        ratio,
                        "The horizon is %1$.1f times the longest time observed: the forecast rests on the model, not on data.",
                        "予測期間は最長の観測期間の %1$.1f 倍です。予測はデータではなくモデルの仮定に依存します。"));
            }
        }
        double oneTimers = 1 - facts.repeaters() / facts.customers();
        if (oneTimers > 0) {
            findings.add(finding(
                    ONE_TIMERS,
                    oneTimers,
                    "%2$.0f %% of the buyers have bought once. They stay in the purchase model, which learns from them; only the"
                            + " spend model goes without.",
                    "購入者の %2$.0f %% は 1 回だけ購入しています。購入モデルには必要なので残し、支出モデルからのみ除きます。"));
        }
    }

    /** Says what the rhythm means. */
    private void addRhythm(List<AdviceFinding> findings) {
        int phases = phases();
        if (rhythm == null || rhythm.pairs() < 2) {
            return;
        }
        double k = rhythm.shape().orElse(phases);
        if (phases > 1) {
            findings.add(finding(
                    REGULAR_PURCHASES,
                    k,
                    "Customers buy regularly (k = %1$.2f): a model of regular purchases, BG/CNBD-" + phases
                            + " or MBG/CNBD-" + phases + ", is worth trying.",
                    "購入間隔は規則的です (k = %1$.2f)。規則的な購入を仮定する BG/CNBD-" + phases + " または MBG/CNBD-" + phases
                            + " を試す価値があります。"));
        } else if (k <= 2.0 / 3 && k + 2 * rhythm.standardError().orElse(0) < 1) {
            findings.add(finding(
                    BURSTS,
                    k,
                    "Purchases come in bursts (k = %1$.2f): the models take them to come at random. See whether one order is"
                            + " spread over several days.",
                    "購入は短期間に集中しています (k = %1$.2f)。モデルはランダムな購入を仮定します。1 つの注文が数日に分かれていないか確認してください。"));
        }
    }

    private void addSpend(List<AdviceFinding> findings) {
        double rank = correlation == null ? 0 : correlation.spearman();
        if (Math.abs(rank) > 0.3) {
            findings.add(finding(
                    SPEND_CORRELATION,
                    rank,
                    "Spend per purchase goes with frequency (rank correlation %1$+.2f): the Gamma-Gamma model takes them to be"
                            + " independent, and values may be wrong for the most and the least frequent buyers.",
                    "1 回あたりの支出と購入頻度に相関があります (順位相関 %1$+.2f)。ガンマ・ガンマモデルは独立を仮定するため、頻度が極端な顧客の価値は正確でないおそれがあります。"));
        }
    }

    private static void addComparison(ModelComparison comparison, List<AdviceFinding> findings) {
        ComparedModel winner = comparison.winner();
        double lead = comparison.lead().orElse(0.0);
        findings.add(new AdviceFinding(CHOICE, lead, choiceText(comparison, lead)));
        List<ComparedModel> atBoundary = comparison.models().stream()
                .filter(model -> model.fit().status() == FitStatus.AT_BOUNDARY)
                .toList();
        if (!atBoundary.isEmpty()) {
            String names = atBoundary.stream()
                    .map(model -> model.choice().name()
                            + model.fit()
                                    .boundary()
                                    .map(b -> " (" + b.meaning() + ")")
                                    .orElse(""))
                    .collect(Collectors.joining(", "));
            String plainNames =
                    atBoundary.stream().map(model -> model.choice().name()).collect(Collectors.joining("、"));
            findings.add(new AdviceFinding(
                    BOUNDARY,
                    atBoundary.size(),
                    new LocalizedText("Ran into a simpler model: " + names + ".", plainNames + " はより単純なモデルに退化しました。")));
        }
        addStatus(winner, findings);
    }

    /** Says how far the fit of the model chosen can be relied on, unless it converged. */
    private static void addStatus(ComparedModel chosen, List<AdviceFinding> findings) {
        String name = chosen.choice().name();
        FitStatus status = chosen.fit().status();
        if (status == FitStatus.AT_BOUNDARY) {
            findings.add(new AdviceFinding(
                    UNCERTAIN_FIT,
                    chosen.logLikelihood(),
                    new LocalizedText(
                            "The fit of " + name
                                    + " ended at a boundary: its forecasts can be used, but its single parameters"
                                    + " mean nothing, and nothing has a standard error.",
                            name + " の推定は境界で終わりました。予測には使えますが、個々のパラメータに意味はなく、標準誤差もありません。")));
        } else if (status != FitStatus.CONVERGED) {
            findings.add(new AdviceFinding(
                    UNCERTAIN_FIT,
                    chosen.logLikelihood(),
                    new LocalizedText(
                            "No fit can be relied on; that of " + name + " ended with " + status + ".",
                            "信頼できる推定はありません。" + name + " の状態は " + status + " です。")));
        }
    }

    private static LocalizedText leftAside(ComparedModel regular) {
        String name = regular.choice().name();
        FitStatus status = regular.fit().status();
        return new LocalizedText(
                name + " was left aside: its fit ended with " + status + ".",
                name + " は推定の状態が " + status + " のため使いません。");
    }

    private static LocalizedText choiceText(ModelComparison comparison, double lead) {
        String name = comparison.winner().choice().name();
        if (comparison.models().size() == 1) {
            return new LocalizedText(name + " was the only one compared.", "比較したのは " + name + " のみです。");
        }
        ComparedModel second = comparison.models().get(1);
        if (!comparison.winner().reliable()) {
            return new LocalizedText(
                    "Use " + name + " for want of a better one.", "ほかに適切なモデルがないため " + name + " を使ってください。");
        }
        if (!second.reliable()) {
            return new LocalizedText(
                    "Use " + name + ": no other fit can be relied on.", name + " を使ってください。ほかに信頼できる推定はありません。");
        }
        String next = second.choice().name();
        String difference = String.format(Locale.ROOT, "%.1f", Math.abs(lead));
        if (lead < 0) {
            return new LocalizedText(
                    "Use " + name + "; " + next + " is as good (AIC lower by " + difference
                            + "), but ran into a simpler model.",
                    name + " を使ってください。" + next + " もほぼ同等ですが (AIC の差 " + difference + ")、より単純なモデルに退化しました。");
        }
        return lead < ModelComparison.AS_GOOD
                ? new LocalizedText(
                        "Use " + name + "; " + next + " is as good (AIC higher by " + difference + ").",
                        name + " を使ってください。" + next + " もほぼ同等です (AIC の差 " + difference + ")。")
                : new LocalizedText(
                        "Use " + name + ": it fits best (the AIC of the next, " + next + ", is higher by " + difference
                                + ").",
                        name + " を使ってください。最もよく当てはまります (次点 " + next + " との AIC の差 " + difference + ")。");
    }

    private static LocalizedText regularChoice(PurchaseModelChoice choice) {
        return new LocalizedText(
                "Use " + choice.name()
                        + " for the regular purchases. Its likelihood was not compared with those of models of purchases at"
                        + " random: the rhythm is not of the same purchases as the histories.",
                "購入間隔が規則的なため " + choice.name() + " を使ってください。規則性と履歴の購入が異なるため、ランダムな購入を仮定するモデルとの尤度の比較はしていません。");
    }

    /** A finding whose texts show the number, as %1$, or a hundred times it, as %2$. */
    private static AdviceFinding finding(AdviceTopic topic, double number, String english, String japanese) {
        return new AdviceFinding(
                topic,
                number,
                new LocalizedText(
                        String.format(Locale.ROOT, english, number, 100 * number),
                        String.format(Locale.ROOT, japanese, number, 100 * number)));
    }

    @Override
    public String toString() {
        return "ModelAdviser comparing " + candidates;
    }
}
