package org.loyalty4j.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of one side. */
public final class Timing {
    private final int warmUps;
    private final double budgetSeconds;
    private final List<SideProcess.Run> runs = new ArrayList<>();

    /** No runs yet. */
    public Timing(int warmUps, double budgetSeconds) {
        this.warmUps = warmUps;
        this.budgetSeconds = budgetSeconds;
    }

    /** Whether another run is wanted: a side that has used up its time has no more. */
    public boolean goesOn() {
        return sum(SideProcess.Run::seconds) < budgetSeconds;
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
