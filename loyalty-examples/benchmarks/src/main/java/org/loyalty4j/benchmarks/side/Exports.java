package org.loyalty4j.benchmarks.side;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.benchmarks.data.BuyerBase;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.SpendHistories;
import org.loyalty4j.summary.SpendHistory;

/** Writes what the scripts in other languages start from: the histories of all customers, and their purchases. */
final class Exports {
    private Exports() {}

    static void write(BuyerBase base, PurchaseSummaries summaries, Path folder) throws IOException {
        histories(summaries.repeatHistories(PeriodUnit.WEEK), folder.resolve("histories.bin"));
        spend(summaries.spendHistories(), folder.resolve("spend.bin"));
        purchases(base.log(), folder.resolve("purchases.csv"));
    }

    private static void histories(RepeatHistories histories, Path file) throws IOException {
        int[] at = IntStream.range(0, histories.size())
                .map(histories::histogramIndex)
                .toArray();
        RepeatHistogram distinct = histories.histogram();
        Columns.write(
                file,
                IntStream.of(at).mapToDouble(distinct::repeatPurchases).toArray(),
                IntStream.of(at).mapToDouble(distinct::lastPurchaseAt).toArray(),
                IntStream.of(at).mapToDouble(distinct::observedFor).toArray());
    }

    private static void spend(SpendHistories histories, Path file) throws IOException {
        Columns.write(
                file,
                histories.stream().mapToDouble(SpendHistory::repeatPurchases).toArray(),
                histories.stream().mapToDouble(SpendHistory::meanSpend).toArray());
    }

    private static void purchases(TransactionLog log, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("Id,Date,Price\n");
            for (int c = 0; c < log.customerCount(); c++) {
                for (int row = log.firstRow(c); row < log.endRow(c); row++) {
                    out.append(log.customerId(c)).append(',');
                    out.append(LocalDate.ofEpochDay(log.epochDay(row)).toString())
                            .append(',');
                    out.append(Double.toString(log.minorUnits(row) / 100.0)).append('\n');
                }
            }
        }
    }
}
