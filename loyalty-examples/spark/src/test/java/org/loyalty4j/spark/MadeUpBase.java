package org.loyalty4j.spark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;

/**
 * A made-up base with all that is awkward: refunds, zero amounts, several rows a day, prospects, customers who came after the end,
 * answers of nobody known, ids beyond ASCII, contracts that ended or began after the end, and one customer with a tenth of all
 * transactions and of all answers.
 */
final class MadeUpBase {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int OBSERVED = 911; // days before the end
    private static final int DAYS = 1000; // some of them after the end

    private static final List<String> NAMES = List.of("C", "顧客", "Ünal\u00a0", "😀", "c");
    private static final StructType CUSTOMERS = new StructType()
            .add("customer_id", DataTypes.StringType)
            .add("joined_on", DataTypes.StringType)
            .add("left_on", DataTypes.StringType);
    private static final StructType SURVEYS = new StructType()
            .add("customer_id", DataTypes.StringType)
            .add("date", DataTypes.StringType)
            .add("score", DataTypes.IntegerType);

    private final List<Transaction> transactions = new ArrayList<>();
    private final List<SurveyResponse> responses = new ArrayList<>();
    private final List<Customer> list = new ArrayList<>();
    private final LocalDate start;
    private final int scale;

    MadeUpBase(int customers, long seed) {
        this(customers, seed, AS_OF, 2);
    }

    MadeUpBase(int customers, long seed, LocalDate asOf, int scale) {
        this.start = asOf.minusDays(OBSERVED);
        this.scale = scale;
        Random random = new Random(seed);
        for (int c = 0; c < customers; c++) {
            addCustomer(NAMES.get(c % NAMES.size()) + (100_000 + 7919L * c % 100_000), random);
        }
        String busy = "BUSY";
        for (int row = transactions.size() / 9; row > 0; row--) {
            add(busy, random.nextInt(900), 1 + random.nextInt(20_000));
        }
        for (int answer = responses.size() / 9; answer > 0; answer--) {
            responses.add(new SurveyResponse(busy, start.plusDays(random.nextInt(900)), random.nextInt(11)));
        }
        responses.add(new SurveyResponse("NOBODY", start.plusDays(100), 3));
        Collections.shuffle(transactions, random);
    }

    private void addCustomer(String id, Random random) {
        int born = random.nextInt(random.nextInt(20) == 0 ? DAYS : 700);
        double pace = 0.002 - Math.log(1 - random.nextDouble()) * 0.01;
        double spend = 500 + 8_000 * random.nextDouble();
        int day = born;
        while (day < DAYS) {
            boolean free = random.nextInt(40) == 0;
            add(id, day, free ? 0 : (long) (spend * (0.5 + random.nextDouble())));
            if (random.nextInt(15) == 0) {
                add(id, day, 1 + random.nextInt(3_000));
            }
            if (random.nextInt(25) == 0) {
                add(id, day + random.nextInt(5), -(long) (spend * (0.5 + random.nextDouble())));
            }
            if (random.nextInt(8) == 0) {
                break; // gone
            }
            day += 1 + (int) (-Math.log(1 - random.nextDouble()) / pace);
        }
        addToList(id, born, random);
        while (random.nextInt(3) == 0) {
            int answer = Math.min(10, Math.max(0, (int) (7.5 + 2.5 * random.nextGaussian())));
            responses.add(new SurveyResponse(id, start.plusDays(born + random.nextInt(300)), answer));
        }
    }

    private void addToList(String id, int born, Random random) {
        LocalDate joined = start.plusDays(born + random.nextInt(30));
        switch (random.nextInt(4)) {
            case 0 -> list.add(new Customer(id, joined, joined.plusDays(random.nextInt(600))));
            case 1 -> list.add(new Customer(id, joined, null));
            case 2 -> list.add(new Customer("only listed " + id, joined, null));
            default -> {} // not listed
        }
    }

    private void add(String id, int day, long cents) {
        transactions.add(new Transaction(id, start.plusDays(day), BigDecimal.valueOf(cents, scale)));
    }

    TransactionLog log() {
        return builder().build();
    }

    /** The log with all who are on the list, too. */
    TransactionLog logOfAll() {
        TransactionLog.Builder log = builder();
        list.forEach(customer -> log.addCustomer(customer.id()));
        return log.build();
    }

    private TransactionLog.Builder builder() {
        TransactionLog.Builder log = TransactionLog.builder(scale);
        transactions.forEach(t -> log.add(t.customerId(), t.date(), t.amount()));
        return log;
    }

    List<Customer> list() {
        return list;
    }

    List<SurveyResponse> responses() {
        return responses;
    }

    int rows() {
        return transactions.size();
    }

    /** The transactions with typed dates and amounts, in another order for every seed. */
    Dataset<Row> transactions(SparkSession session, int partitions, long seed) {
        List<Row> rows = new ArrayList<>();
        for (Transaction t : transactions) {
            rows.add(RowFactory.create(t.customerId(), t.date().toString(), t.amount()));
        }
        Collections.shuffle(rows, new Random(seed));
        StructType columns = new StructType()
                .add("customer_id", DataTypes.StringType)
                .add("date", DataTypes.StringType)
                .add("amount", DataTypes.createDecimalType(18, scale));
        return session.createDataFrame(rows, columns)
                .repartition(partitions)
                .withColumn("date", functions.to_date(functions.col("date")));
    }

    Dataset<Row> customers(SparkSession session, int partitions, long seed) {
        List<Row> rows = new ArrayList<>();
        for (Customer c : list) {
            rows.add(RowFactory.create(c.id(), c.joinedOn().toString(), Objects.toString(c.leftOn(), null)));
        }
        Collections.shuffle(rows, new Random(seed));
        return session.createDataFrame(rows, CUSTOMERS).repartition(partitions);
    }

    Dataset<Row> surveys(SparkSession session, int partitions, long seed) {
        List<Row> rows = new ArrayList<>();
        for (SurveyResponse r : responses) {
            rows.add(RowFactory.create(r.customerId(), r.date().toString(), r.score()));
        }
        Collections.shuffle(rows, new Random(seed));
        return session.createDataFrame(rows, SURVEYS)
                .repartition(partitions)
                .withColumn("date", functions.to_date(functions.col("date")));
    }
}
