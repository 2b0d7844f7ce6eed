package org.loyalty4j.cli.report;

import org.loyalty4j.cli.report.ReportModel.Value;
import org.loyalty4j.cli.report.ReportModel.ValueInput;
import org.loyalty4j.cli.report.ReportModel.ValueMeasure;

/** Value by formula, with everything that went into it. */
final class ValueSection {

    private ValueSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.value().map(value -> of(value, edition)).orElseGet(() -> Section.missing("value", edition));
    }

    private static Section of(Value value, Edition edition) {
        HtmlTable.Builder measures = HtmlTable.named(edition.text("table.value"))
                .words(edition.text("column.measure"))
                .number(edition.moneyColumn("column.percustomer"))
                .words(edition.text("column.formula"));
        for (ValueMeasure measure : value.measures()) {
            measures.row(
                    edition.text(measure.name()),
                    edition.numbers().amount(measure.perCustomer()),
                    edition.text(measure.formula()));
        }
        HtmlTable.Builder inputs = HtmlTable.named(edition.text("table.inputs"))
                .words(edition.text("column.input"))
                .number(edition.text("column.number"));
        for (ValueInput input : value.inputs()) {
            inputs.row(edition.text(input.name()), number(input, edition.numbers()));
        }
        return Section.of("value", edition, Block.table(measures.build()), Block.halfTable(inputs.build()));
    }

    private static String number(ValueInput input, Numbers numbers) {
        return switch (input.unit()) {
            case MONEY -> numbers.money(input.number());
            case SHARE -> numbers.percent(input.number());
            case NUMBER -> numbers.plain(input.number());
        };
    }
}
