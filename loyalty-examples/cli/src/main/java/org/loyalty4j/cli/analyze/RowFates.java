package org.loyalty4j.cli.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.input.RejectReason;
import org.loyalty4j.cli.report.ReportModel;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.rfm.AxisCuts;
import org.loyalty4j.survey.SurveyAnswers;

/** Says in words what became of every row, and what a reader should be wary of. */
final class RowFates {
    private static final double MANY_BORN_EARLY = 0.3;

    private RowFates() {}

    static ReportModel.DataQuality of(LoyaltyReport report, Inputs inputs) {
        List<ReportModel.Input> tables = new ArrayList<>();
        tables.add(transactions(report.dataReport(), inputs.transactions()));
        inputs.surveys().ifPresent(read -> tables.add(surveys(report.answers(), read.summary())));
        inputs.customers().ifPresent(read -> tables.add(customers(read.summary())));
        return new ReportModel.DataQuality(tables, warnings(report, inputs));
    }

    private static ReportModel.Input transactions(DataReport data, ReadSummary read) {
        List<ReportModel.Fate> fates = new ArrayList<>();
        used(fates, "counted as an order", "注文として集計", data.occasions());
        used(fates, "merged into another purchase of the same day", "同日の購入に合算", data.merged());
        used(fates, "purchase cancelled by refunds", "返金により取り消された購入", data.cancelled());
        used(fates, "refund, taken off the total", "返金（合計から控除）", data.refundsNetted());
        used(fates, "refund, left out (--refunds drop)", "返金（除外）", data.refundsDropped());
        used(fates, "amount of zero, no purchase", "金額ゼロ（購入とみなさない）", data.zeroAmounts());
        used(fates, "after the as-of date", "基準日より後", data.afterEnd());
        rejected(fates, read.rejected());
        return new ReportModel.Input(new LocalizedText("Transactions", "取引"), read.rows(), fates);
    }

    private static ReportModel.Input surveys(SurveyAnswers answers, ReadSummary read) {
        List<ReportModel.Fate> fates = new ArrayList<>();
        used(fates, "counted as the customer's answer", "顧客の回答として集計", answers.used());
        used(fates, "superseded by another answer of the customer", "同じ顧客の別の回答を採用", answers.superseded());
        used(fates, "after the as-of date", "基準日より後", answers.afterAsOf());
        used(fates, "too old to count", "古いため除外", answers.tooOld());
        rejected(fates, read.rejected());
        return new ReportModel.Input(new LocalizedText("Survey answers", "アンケート回答"), read.rows(), fates);
    }

    private static ReportModel.Input customers(ReadSummary read) {
        List<ReportModel.Fate> fates = new ArrayList<>();
        used(fates, "used", "使用", read.used());
        rejected(fates, read.rejected());
        return new ReportModel.Input(new LocalizedText("Customers", "顧客"), read.rows(), fates);
    }

    private static void used(List<ReportModel.Fate> fates, String english, String japanese, long rows) {
        if (rows > 0) {
            fates.add(new ReportModel.Fate(new LocalizedText(english, japanese), rows, false));
        }
    }

    private static void rejected(List<ReportModel.Fate> fates, Map<RejectReason, Long> rejected) {
        rejected.forEach((reason, rows) -> fates.add(new ReportModel.Fate(
                new LocalizedText("rejected: " + english(reason), "使用不可：" + japanese(reason)), rows, true)));
    }

    private static String english(RejectReason reason) {
        return switch (reason) {
            case WRONG_FIELD_COUNT -> "more or fewer fields than the header";
            case MISSING_ID -> "no customer id";
            case BAD_ID -> "customer id is no whole number";
            case MISSING_DATE -> "no date";
            case BAD_DATE -> "not a date as expected";
            case DATE_NEEDS_ZONE -> "point in time, and no --zone to give it a day";
            case MISSING_AMOUNT -> "no amount";
            case BAD_AMOUNT -> "amount is no number";
            case TOO_MANY_DECIMALS -> "amount has more decimals than the currency";
            case AMOUNT_OVERFLOW -> "amount too large";
            case REFUND -> "refund (--refunds reject)";
            case MISSING_SCORE -> "no score";
            case BAD_SCORE -> "score is no whole number";
            case SCORE_OFF_SCALE -> "score off the scale";
            case DUPLICATE_CUSTOMER -> "customer listed before";
            case LEFT_BEFORE_JOINED -> "left before joining";
            case MISSING_NUMBER -> "no number";
            case BAD_NUMBER -> "not a number as expected";
            case NUMBER_OUT_OF_RANGE -> "number out of range";
        };
    }

    private static String japanese(RejectReason reason) {
        return switch (reason) {
            case WRONG_FIELD_COUNT -> "列数が見出しと異なる";
            case MISSING_ID -> "顧客IDなし";
            case BAD_ID -> "顧客IDが整数でない";
            case MISSING_DATE -> "日付なし";
            case BAD_DATE -> "日付として読めない";
            case DATE_NEEDS_ZONE -> "日付を決める --zone の指定がない時刻";
            case MISSING_AMOUNT -> "金額なし";
            case BAD_AMOUNT -> "金額が数値でない";
            case TOO_MANY_DECIMALS -> "金額の小数桁が通貨より多い";
            case AMOUNT_OVERFLOW -> "金額が大きすぎる";
            case REFUND -> "返金（--refunds reject）";
            case MISSING_SCORE -> "点数なし";
            case BAD_SCORE -> "点数が整数でない";
            case SCORE_OFF_SCALE -> "点数が尺度の範囲外";
            case DUPLICATE_CUSTOMER -> "顧客の重複";
            case LEFT_BEFORE_JOINED -> "退会日が入会日より前";
            case MISSING_NUMBER -> "数値なし";
            case BAD_NUMBER -> "数値として読めない";
            case NUMBER_OUT_OF_RANGE -> "数値が範囲外";
        };
    }

    private static List<LocalizedText> warnings(LoyaltyReport report, Inputs inputs) {
        List<LocalizedText> warnings = new ArrayList<>();
        DataReport data = report.dataReport();
        if (data.bornEarly().value().orElse(0) > MANY_BORN_EARLY) {
            warnings.add(new LocalizedText(
                    data.bornInFirst30Days() + " of " + data.buyers() + " buyers made their first known purchase in the"
                            + " first 30 days of the data: many are probably older than it.",
                    "購入者" + data.buyers() + "人のうち" + data.bornInFirst30Days()
                            + "人の最初の購入がデータの最初の30日間にあります。多くはデータより前からの顧客と思われます。"));
        }
        for (AxisCuts axis : report.rfm().scale().degenerateAxes()) {
            warnings.add(new LocalizedText(
                    "The " + axisName(axis).english() + " axis has too few different values for " + axis.bins()
                            + " scores: only " + axis.reachedBins() + " are given.",
                    axisName(axis).japanese() + "軸は値の種類が少なく、" + axis.bins() + "段階のうち" + axis.reachedBins()
                            + "段階だけが使われています。"));
        }
        if (report.purchases().rules().refunds() == RefundPolicy.NET_AGAINST_PRIOR && data.unmatchedRefunds() > 0) {
            warnings.add(new LocalizedText(
                    data.unmatchedRefunds()
                            + " refunds exceed the purchases before them; what exceeds lowers the totals.",
                    data.unmatchedRefunds() + "件の返金はそれ以前の購入額を超えており、超過分は合計から差し引かれています。"));
        }
        if (report.respondentsUnknown() > 0) {
            warnings.add(new LocalizedText(
                    report.respondentsUnknown()
                            + " respondents are not among the customers: they count in the NPS, but in no quadrant.",
                    "回答者のうち" + report.respondentsUnknown() + "人は顧客データに見当たりません。NPSには含めますが、象限には含めていません。"));
        }
        if (inputs.transactions().rejectedRows() > 0) {
            warnings.add(new LocalizedText(
                    inputs.transactions().rejectedRows() + " rows of transactions could not be used; rejected.csv lists"
                            + " them.",
                    "取引のうち" + inputs.transactions().rejectedRows() + "行は使用できませんでした。rejected.csvに一覧があります。"));
        }
        return warnings;
    }

    private static LocalizedText axisName(AxisCuts axis) {
        return switch (axis.axis()) {
            case RECENCY -> new LocalizedText("recency", "最新購買日");
            case FREQUENCY -> new LocalizedText("frequency", "購買頻度");
            case MONETARY -> new LocalizedText("monetary", "購買金額");
        };
    }
}
