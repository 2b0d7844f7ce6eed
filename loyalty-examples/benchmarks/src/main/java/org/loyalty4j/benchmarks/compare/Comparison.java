package org.loyalty4j.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A work that is done in more than one way.
 *
 * @param name as in the name of its script
 * @param title what is done, for the table
 * @param rows how many transactions by default; 0 where the data are customers
 * @param customers how many customers by default
 * @param heap of a side on the JVM: its size, or the least and the most
 * @param check when answers agree
 * @param contenders the sides; the first is this library
 */
record Comparison(
        String name, String title, int rows, int customers, String heap, Check check, List<Contender> contenders) {
    private static final int SHOP_ROWS = 20_000_000;
    private static final int SHOP_CUSTOMERS = 1_000_000;

    private static final Map<String, Comparison> ALL = new TreeMap<>();

    static {
        String rfm = "RFM scores of %s transactions of %s customers, ";
        shop("rfm-int-ids", rfm + "in memory, dense `int` ids", "6g", Contender.duckDb(6));
        shop("rfm-string-ids", rfm + "in memory, `String` ids", "6g", Contender.duckDb(3));
        shop("rfm-csv-int", rfm + "from a CSV file, `int` ids", "4g", Contender.duckDb(5));
        shop("rfm-csv-string", rfm + "from a CSV file, `String` ids", "4g", Contender.duckDb(5));
        shop("rfm-csv-hash", rfm + "from a CSV file, hashes as ids", "4g", Contender.duckDb(1));
        shop(
                "rfm-list",
                rfm + "from a `List<Transaction>`",
                "2g..11g", // both sides are there at once, and need much
                Contender.java("streams", "streams, `groupingBy`", 8));
        buyers("fit-bgnbd", "Fit BG/NBD to %2$s customers", Check.FIT, fits("bgnbd", 100, 10, 0));
        buyers("fit-paretonbd", "Fit Pareto/NBD to %2$s customers", Check.FIT, fits("paretonbd", 0, 0, 100));
        buyers(
                "fit-gammagamma",
                "Fit Gamma-Gamma to the repeaters of %2$s customers",
                Check.FIT,
                fits("gammagamma", 40, 0, 0));
        buyers(
                "score",
                "P(alive) and expected purchases of %2$s customers",
                Check.VALUES,
                List.of(
                        Contender.java("loyalty-merged", "loyalty, histories merged before", 0),
                        Contender.python("lifetimes", "lifetimes", 20, "lifetimes_side.py", "score"),
                        Contender.r("clvtools", "CLVTools", 20, "clvtools_side.R", "score"),
                        Contender.python("numpy", "NumPy and SciPy by hand", 0, "scipy_side.py", "score")));
    }

    static Comparison named(String name) {
        Comparison found = ALL.get(name);
        if (found == null) {
            throw new IllegalArgumentException("comparison must be one of " + ALL.keySet() + ", but was " + name);
        }
        return found;
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    private static List<Contender> fits(String model, double lifetimes, double deduped, double clvTools) {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(Contender.python("lifetimes", "lifetimes", lifetimes, "lifetimes_side.py", model));
        contenders.add(Contender.python(
                "lifetimes-dedup",
                "lifetimes, histories merged by hand",
                deduped,
                "lifetimes_side.py",
                model,
                "dedup"));
        if (!model.equals("gammagamma")) {
            contenders.add(Contender.r("clvtools", "CLVTools", clvTools, "clvtools_side.R", model));
            contenders.add(Contender.r("btyd", "BTYD", 0, "btyd_side.R", model));
        }
        contenders.add(Contender.python("scipy", "NumPy and SciPy by hand", 0, "scipy_side.py", model));
        contenders.add(Contender.python(
                "scipy-dedup", "NumPy and SciPy by hand, histories merged", 0, "scipy_side.py", model, "dedup"));
        return contenders;
    }

    private static void shop(String name, String title, String heap, Contender other) {
        add(new Comparison(
                name, title, SHOP_ROWS, SHOP_CUSTOMERS, heap, Check.SCORES, List.of(Contender.loyalty(), other)));
    }

    private static void buyers(String name, String title, Check check, List<Contender> others) {
        List<Contender> contenders = new ArrayList<>(List.of(Contender.loyalty()));
        contenders.addAll(others);
        add(new Comparison(name, title, 0, SHOP_CUSTOMERS, "2g", check, List.copyOf(contenders)));
    }

    private static void add(Comparison comparison) {
        ALL.put(comparison.name, comparison);
    }
}
