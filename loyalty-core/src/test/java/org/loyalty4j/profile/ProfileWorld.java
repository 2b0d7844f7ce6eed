package org.loyalty4j.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;

/**
 * Two years of 300 customers, made from a seed: they buy at rates that differ, stop at some time, half of them say so; those who
 * buy often answer often; customers 290 to 299 come only in the last months.
 */
final class ProfileWorld {
    static final LocalDate START = LocalDate.of(2024, 1, 1);
    static final LocalDate EARLIER = LocalDate.of(2025, 6, 30);
    static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    static final TransactionLog LOG;
    static final List<SurveyResponse> RESPONSES = new ArrayList<>();
    static final List<Customer> CUSTOMERS = new ArrayList<>();

    private static final int CUSTOMERS_IN_ALL = 300;
    private static final int LATE_FROM = 290;

    static {
        Random random = new Random(4);
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int i = 0; i < CUSTOMERS_IN_ALL; i++) {
            String id = String.format(Locale.ROOT, "c%03d", i);
            LocalDate joined = i >= LATE_FROM ? LocalDate.of(2025, 9, 1) : START.plusDays(random.nextInt(365));
            double meanGap = 20 + 60 * random.nextDouble();
            long life = (long) (-400 * StrictMath.log(1 - random.nextDouble()));
            LocalDate gone = joined.plusDays(1 + life);
            CUSTOMERS.add(new Customer(id, joined, gone.isAfter(AS_OF) || i % 2 == 0 ? null : gone));
            double liking = 7 + 2 * random.nextGaussian() + (50 - meanGap) / 30;
            double at = 0;
            while (joined.plusDays((long) at).isBefore(gone)
                    && !joined.plusDays((long) at).isAfter(AS_OF)) {
                LocalDate day = joined.plusDays((long) at);
                log.add(id, day, BigDecimal.valueOf(1000 + random.nextInt(5000), 2));
                if (random.nextDouble() < 0.12) {
                    int score = (int) Math.max(0, Math.min(10, Math.rint(liking + random.nextGaussian())));
                    RESPONSES.add(new SurveyResponse(id, day, score));
                }
                at += 1 - meanGap * StrictMath.log(1 - random.nextDouble());
            }
        }
        LOG = log.build();
    }

    private ProfileWorld() {}
}
