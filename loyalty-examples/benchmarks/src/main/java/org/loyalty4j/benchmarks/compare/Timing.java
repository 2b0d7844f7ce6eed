package org.loyalty4j.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of one side. */
public final class Timing {
    /** How often a side on the JVM runs at least: the first run is mostly compilation. */
    public static final int LEAST_ON_JVM = 3;

    /** How often a script runs at least. */
    static final int LEAST_OF_SCRIPT = 1;

    private final int warmUps;
    private final int leastRuns;
    private final double budgetSeconds;
    private final List<SideProcess.Run> runs = new ArrayList<>();

    /**
     * No runs yet.
     *
     * @param warmUps how many runs at the beginning do not count
     * @param leastRuns how many runs there are whatever they take
     * @param budgetSeconds after how many seconds of runs there are no more
     */
    public Timing(int warmUps, int leastRuns, double budgetSeconds) {
        this.warmUps = warmUps;
        this.leastRuns = leastRuns;
        this.budgetSeconds = budgetSeconds;
    }

    /** Whether another run is wanted: a side that has used up its time has no more than the least. */
    public boolean goesOn() {
        return runs.size() < leastRuns || sum(SideProcess.Run::seconds) < budgetSeconds;
    }

    /** Adds a run. */
    public void add(SideProcess.Run run) {
        runs.add(run);
    }

    /** The run in the middle. */
    public double medianSeconds() {
        return median(SideProcess.Run::seconds);
    }

    /** The processor time in the middle. */
    public double medianProcessorSeconds() {
        return median(SideProcess.Run::processorSeconds);
    }

    double fastestSeconds() {
        return counted().stream().mapToDouble(SideProcess.Run::seconds).min().orElseThrow();
    }

    /** The runs after those that warm up, which are the first half at most of a side that was not given more. */
    List<SideProcess.Run> counted() {
        return runs.subList(Math.min(warmUps, runs.size() / 2), runs.size());
    }

    private double median(ToDoubleFunction<SideProcess.Run> value) {
        double[] sorted = counted().stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double sum(ToDoubleFunction<SideProcess.Run> value) {
        return runs.stream().mapToDouble(value).sum();
    }
}
