package org.loyalty4j.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.loyalty4j.cli.report.ReportModel.Point;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;
import org.loyalty4j.cli.report.ReportModel.Quadrants;

/**
 * Counts points that would hide each other: one bubble per step of behaviour and attitude.
 *
 * <p>Steps start at the cuts, so that no bubble straddles a cut line, and a bubble sits at the mean of its points.
 */
final class Bubbles {

    private static final double STEP = 5;

    private Bubbles() {}

    static List<Bubble> of(Quadrants quadrants) {
        Comparator<Place> order =
                Comparator.comparing(Place::kind).thenComparing(Place::column).thenComparing(Place::row);
        Map<Place, Sum> sums = new TreeMap<>(order);
        for (Point point : quadrants.points()) {
            Place place = new Place(
                    point.kind(),
                    step(point.behaviour(), quadrants.behaviourCut()),
                    step(point.attitude(), quadrants.attitudeCut()));
            sums.computeIfAbsent(place, p -> new Sum()).add(point);
        }
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().bubble(entry.getKey().kind()))
                .toList();
    }

    private static long step(double value, double cut) {
        return (long) Math.floor((value - cut) / STEP);
    }

    private record Place(QuadrantKind kind, long column, long row) {}

    /** Customers who stand close together. */
    record Bubble(double behaviour, double attitude, long customers, QuadrantKind kind) {}

    private static final class Sum {

        private double behaviour;
        private double attitude;
        private long customers;

        void add(Point point) {
            behaviour += point.behaviour();
            attitude += point.attitude();
            customers++;
        }

        Bubble bubble(QuadrantKind kind) {
            return new Bubble(behaviour / customers, attitude / customers, customers, kind);
        }
    }
}
