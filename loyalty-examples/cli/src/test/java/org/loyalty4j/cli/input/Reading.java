package org.loyalty4j.cli.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.loyalty4j.Scale;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;

/** One reading of one file: the setting, and what came of it as text. */
final class Reading {
    final Path file;
    final List<String> transactions = new ArrayList<>();
    final StringWriter rejectedCsv = new StringWriter();
    FileFormat format = FileFormat.withDefaults();
    int scale = 2;
    boolean integerIds;
    boolean strict;
    String columns = "";

    private Reading(Path file) {
        this.file = file;
    }

    static Reading of(Path folder, String content) {
        return of(folder, content, StandardCharsets.UTF_8);
    }

    static Reading of(Path folder, String content, Charset charset) {
        return of(folder, content.getBytes(charset));
    }

    static Reading of(Path folder, byte[] content) {
        try {
            return new Reading(Files.write(folder.resolve("in.csv"), content));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Reading of(Path file) {
        return new Reading(file);
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    Reading with(FileFormat newFormat) {
        format = newFormat;
        return this;
    }

    Reading columns(String newColumns) {
        columns = newColumns;
        return this;
    }

    Reading scale(int newScale) {
        scale = newScale;
        return this;
    }

    Reading integerIds() {
        integerIds = true;
        return this;
    }

    Reading strict() {
        strict = true;
        return this;
    }

    private Columns columns(Table table) {
        return columns.isEmpty() ? Columns.of(table) : Columns.parse(table, columns);
    }

    ReadSummary transactions() {
        return transactions((id, day, minor) -> transactions.add(id + " " + LocalDate.ofEpochDay(day) + " " + minor));
    }

    ReadSummary transactions(TransactionSink sink) {
        try (RejectedRows rejected = new RejectedRows(rejectedCsv, strict);
                RowSource source = RowSources.file(file, format, Progress.NONE)) {
            return new TransactionReader(columns(Table.TRANSACTIONS), format, scale, integerIds, false)
                    .read(source, sink, rejected);
        }
    }

    ReadRows<SurveyResponse> surveys() {
        try (RejectedRows rejected = new RejectedRows(rejectedCsv, strict);
                RowSource source = RowSources.file(file, format, Progress.NONE)) {
            return new SurveyReader(columns(Table.SURVEYS), format, Scale.NPS, integerIds).read(source, rejected);
        }
    }

    ReadRows<Customer> customers() {
        try (RejectedRows rejected = new RejectedRows(rejectedCsv, strict);
                RowSource source = RowSources.file(file, format, Progress.NONE)) {
            return new CustomerReader(columns(Table.CUSTOMERS), format, integerIds).read(source, rejected);
        }
    }

    /** The rejected rows without the header and without the path of the file. */
    List<String> rejected() {
        return rejectedCsv
                .toString()
                .lines()
                .skip(1)
                .map(line -> line.replace(file + ",", ""))
                .toList();
    }
}
