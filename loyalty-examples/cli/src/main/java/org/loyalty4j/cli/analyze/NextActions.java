package org.loyalty4j.cli.analyze;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loyalty4j.cli.report.NextAction;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.QuadrantPosition;
import org.loyalty4j.quadrant.Recommendation;
import org.loyalty4j.rfm.Segment;

/** What to do next for each quadrant and segment, the groups that brought most first. */
final class NextActions {
    private final LoyaltyReport report;
    private final Map<LoyaltyQuadrant, Map<Segment, Group>> groups = new EnumMap<>(LoyaltyQuadrant.class);

    private NextActions(LoyaltyReport report) {
        this.report = report;
        List<QuadrantPosition> positions = report.positions();
        for (int customer = 0; customer < positions.size(); customer++) {
            Segment segment = report.rfm()
                    .of(customer)
                    .map(report.segmentMap()::segmentOf)
                    .orElse(Segment.NO_PURCHASE);
            Group group = groups.computeIfAbsent(positions.get(customer).quadrant(), q -> new LinkedHashMap<>())
                    .computeIfAbsent(segment, s -> new Group());
            group.customers++;
            group.revenueMinor += report.purchases().get(customer).totalMinor();
        }
    }

    static List<NextAction> of(LoyaltyReport report) {
        return new NextActions(report).ranked();
    }

    private List<NextAction> ranked() {
        List<NextAction> actions = new ArrayList<>();
        groups.forEach((quadrant, segments) ->
                segments.forEach((segment, group) -> actions.add(action(quadrant, segment, group))));
        actions.sort(Comparator.comparing(NextAction::revenue)
                .thenComparing(NextAction::customers)
                .reversed()
                .thenComparing(NextAction::kind)
                .thenComparing(action -> action.segment().english()));
        return actions;
    }

    private NextAction action(LoyaltyQuadrant quadrant, Segment segment, Group group) {
        Recommendation next = report.analysis().playbook().next(quadrant, segment);
        return new NextAction(
                ReportModels.kind(quadrant),
                quadrant.label(),
                segment.name(),
                group.customers,
                BigDecimal.valueOf(group.revenueMinor, report.purchases().scale()),
                next.action().action(),
                next.action().reason());
    }

    private static final class Group {
        private long customers;
        private long revenueMinor;
    }
}
