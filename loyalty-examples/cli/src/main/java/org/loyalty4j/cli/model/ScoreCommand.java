package org.loyalty4j.cli.model;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.BgBb;
import org.loyalty4j.btyd.DropoutModel;
import org.loyalty4j.btyd.ParametricModel;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.cli.ExitCode;
import org.loyalty4j.cli.UnitConverter;
import org.loyalty4j.cli.input.HistoryFormatOptions;
import org.loyalty4j.cli.input.HistoryReader;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.input.RejectedRows;
import org.loyalty4j.cli.input.RowSource;
import org.loyalty4j.cli.input.Table;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.ResultOutput;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.summary.WeightedOpportunityHistory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code loyalty score}: what a model says of each history, as CSV. */
@Command(
        name = "score",
        description =
                "Asks a model about each history, and prints customer_id,log_likelihood,p_alive,expected_purchases,"
                        + "dert as CSV: one row a history, in order.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ScoreCommand implements Callable<Integer> {
    private static final String NOBODY = "-";

    /** Above it, a year's wait leaves nothing of the largest double. */
    private static final double MAX_ANNUAL_RATE = 709;

    @ArgGroup(multiplicity = "1")
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--histories",
            paramLabel = "FILE",
            required = true,
            description = "Histories with the columns customer_id, x, t_x and T (BG/BB: n); plain text or gzip.")
    private Path histories = Path.of("");

    @Mixin
    private HistoryFormatOptions format = new HistoryFormatOptions();

    @Option(
            names = "--horizon",
            paramLabel = "N",
            required = true,
            description = "How far ahead purchases are expected, in the unit of the histories; BG/BB: opportunities.")
    private double horizon;

    @Option(
            names = "--discount-rate",
            paramLabel = "D",
            description =
                    "Continuous rate per unit of the histories (BG/BB: effective per opportunity) of dert, the"
                            + " discounted expected residual purchases. Without it, and where they are infinite, dert is empty.")
    private @Nullable Double discountRate;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description = "Unit of the histories where it is not that of --model-file: day, week, month or year.")
    private @Nullable PeriodUnit unit;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write to. Default: standard output.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public ScoreCommand() {}

    @Override
    public Integer call() {
        check(horizon >= 0 && horizon <= 1e12, "--horizon must be in [0, 1e12], but was " + horizon);
        check(
                discountRate == null || (discountRate >= 0 && discountRate <= Double.MAX_VALUE),
                "--discount-rate must be in [0, inf), but was " + discountRate);
        // Parameters and histories in one unit give the same answers whatever it is called.
        ParametricModel<?> given = usage(() -> model.model(PeriodUnit.YEAR));
        try (ResultOutput output = ResultOutput.open(out, spec.commandLine().getOut(), histories)) {
            if (given instanceof PurchaseModel<?> purchases) {
                check(
                        unit == null || model.file().isPresent(),
                        "--unit goes with --model-file only: --parameters are in the unit of the histories");
                scoreRepeats(unit == null ? purchases : purchases.in(unit), output);
            } else if (given instanceof BgBb opportunities) {
                scoreOpportunities(opportunities, output);
            } else {
                check(
                        false,
                        given.name() + " is a model of spend, but score asks one of purchases: " + ModelNames.PURCHASES
                                + " or " + ModelNames.BG_BB);
            }
            output.commit();
        } catch (UncheckedIOException failed) {
            // Reading fails with InputException only.
            throw out == null ? failed : OutputException.of(out, failed);
        }
        return ExitCode.OK;
    }

    private void scoreRepeats(PurchaseModel<?> purchases, ResultOutput output) {
        HistoryReader reader = usage(() -> format.reader(Table.HISTORIES));
        ScoreTable<WeightedHistory> table = new ScoreTable<>(output, usage(() -> scorer(purchases)));
        read(rows -> reader.readRepeats(
                rows,
                (id, x, last, until, weight) -> table.add(id, new WeightedHistory(x, last, until, 1)),
                RejectedRows.none()));
        table.flush();
    }

    private void scoreOpportunities(BgBb opportunities, ResultOutput output) {
        HistoryReader reader = usage(() -> format.reader(Table.OPPORTUNITIES));
        check(unit == null, "--unit does not go with bgbb, whose histories count opportunities");
        check(horizon == (int) horizon, "--horizon must be a whole number of opportunities, but was " + horizon);
        ScoreTable<WeightedOpportunityHistory> table = new ScoreTable<>(output, scorer(opportunities));
        read(rows -> reader.readOpportunities(
                rows,
                (id, x, last, n, weight) -> table.add(id, new WeightedOpportunityHistory(x, last, n, 1)),
                RejectedRows.none()));
        table.flush();
    }

    private void read(Consumer<RowSource> reading) {
        try (ProgressBars.Task task = ProgressBars.show("Scoring");
                RowSource rows = format.open(histories, task)) {
            reading.accept(rows);
        }
    }

    private Function<WeightedHistory, Score> scorer(PurchaseModel<?> purchases) {
        PeriodUnit own = purchases.unit();
        Horizon next = new Horizon(horizon, own);
        double maxRate = own.convert(MAX_ANNUAL_RATE, PeriodUnit.YEAR);
        check(
                discountRate == null || discountRate <= maxRate,
                String.format(
                        Locale.ROOT,
                        "--discount-rate must be in [0, %.4g] per %s, but was %s",
                        maxRate,
                        model.file().isEmpty() ? "unit" : own.name().toLowerCase(Locale.ROOT),
                        discountRate));
        @Nullable
        DiscountRate rate =
                discountRate == null ? null : DiscountRate.continuous(PeriodUnit.YEAR.convert(discountRate, own));
        return row -> {
            RepeatHistory history =
                    new RepeatHistory(NOBODY, row.repeatPurchases(), row.lastPurchaseAt(), row.observedFor(), own);
            return new Score(
                    purchases.logLikelihood(history),
                    purchases instanceof DropoutModel<?> dropout ? dropout.probabilityAlive(history) : 1,
                    purchases.expectedPurchases(history, next),
                    rate == null ? OptionalDouble.empty() : purchases.discountedPurchases(history, rate));
        };
    }

    private Function<WeightedOpportunityHistory, Score> scorer(BgBb opportunities) {
        int next = (int) horizon;
        return row -> {
            OpportunityHistory history =
                    new OpportunityHistory(NOBODY, row.transactions(), row.lastTransactionAt(), row.opportunities());
            return new Score(
                    opportunities.logLikelihood(history),
                    opportunities.probabilityAliveAtNext(history),
                    opportunities.expectedTransactions(history, next),
                    discountRate == null
                            ? OptionalDouble.empty()
                            : opportunities.discountedTransactions(history, discountRate));
        };
    }

    private <T> T usage(Supplier<T> option) {
        try {
            return option.get();
        } catch (IllegalArgumentException senseless) {
            throw new ParameterException(spec.commandLine(), String.valueOf(senseless.getMessage()), senseless);
        }
    }

    private void check(boolean holds, String problem) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }
}
