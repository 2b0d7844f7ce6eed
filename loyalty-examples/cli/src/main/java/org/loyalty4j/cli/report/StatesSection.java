package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.loyalty4j.cli.report.ChurnModel.Flow;
import org.loyalty4j.cli.report.ChurnModel.Period;
import org.loyalty4j.cli.report.ChurnModel.State;
import org.loyalty4j.cli.report.ChurnModel.States;

/** Buyers by state, period by period, and how often one state follows another. */
final class StatesSection {

    private StatesSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.churn()
                .states()
                .map(states -> of(states, edition))
                .orElseGet(() -> Section.missing("states", edition));
    }

    private static Section of(States states, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.chart(chart(states, edition)));
        if (!states.flows().isEmpty()) {
            blocks.add(Block.table(flows(states, edition)));
        }
        return Section.of("states", edition, blocks);
    }

    private static String name(State state, Edition edition) {
        return edition.text("state." + state.name().toLowerCase(Locale.ROOT));
    }

    private static Chart chart(States states, Edition edition) {
        Numbers numbers = edition.numbers();
        String title = edition.text("chart.states.title");
        HtmlTable.Builder table = HtmlTable.named(title).words(edition.text("column.period"));
        List<Series> series = new ArrayList<>();
        for (State state : State.values()) {
            table.number(name(state, edition));
            series.add(new Series(
                    state,
                    name(state, edition),
                    states.periods().stream()
                            .map(period -> period.buyers().getOrDefault(state, 0L))
                            .toList()));
        }
        List<List<String>> hints = new ArrayList<>();
        for (Period period : states.periods()) {
            List<String> hint = new ArrayList<>(List.of(period.label()));
            String[] row = new String[1 + State.values().length];
            row[0] = period.label();
            for (State state : State.values()) {
                row[1 + state.ordinal()] = numbers.whole(period.buyers().getOrDefault(state, 0L));
                hint.add(edition.text("hint.named", name(state, edition), row[1 + state.ordinal()]));
            }
            hints.add(hint);
            table.row(row);
        }
        Data data = new Data(
                states.periods().stream().map(Period::label).toList(), series, hints, edition.text("column.buyers"));
        int shown = states.periods().size();
        String summary = edition.sentences(
                edition.text("chart.states.summary", numbers.whole(states.thresholdDays())),
                states.allPeriods() <= shown
                        ? ""
                        : edition.text("periods.cut", numbers.whole(shown), numbers.whole(states.allPeriods())));
        return new Chart("states", "states", title, summary, data, table.build());
    }

    private static HtmlTable flows(States states, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(edition.text(
                        "table.flows",
                        edition.text("unit." + states.unit().name().toLowerCase(Locale.ROOT))))
                .words(edition.text("column.from"))
                .number(edition.text("column.buyers.times"));
        List<State> reached = Arrays.stream(State.values())
                .filter(to -> states.flows().stream().anyMatch(flow -> flow.to() == to))
                .toList();
        reached.forEach(to -> table.number(name(to, edition)));
        for (State from : State.values()) {
            List<Flow> row =
                    states.flows().stream().filter(flow -> flow.from() == from).toList();
            if (row.isEmpty()) {
                continue;
            }
            List<String> cells = new ArrayList<>();
            cells.add(name(from, edition));
            cells.add(edition.numbers().whole(row.get(0).share().trials()));
            for (State to : reached) {
                cells.add(row.stream()
                        .filter(flow -> flow.to() == to)
                        .findFirst()
                        .map(flow -> edition.share(flow.share()))
                        .orElse(Numbers.NONE));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table.build();
    }

    record Series(State state, String name, List<Long> counts) {}

    record Data(List<String> names, List<Series> series, List<List<String>> hints, String yTitle) {}
}
