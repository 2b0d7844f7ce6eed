package org.loyalty4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.cli.report.ReportModel.Point;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;
import org.loyalty4j.cli.report.ReportModel.Quadrants;

class BubblesTest {

    @Test
    void everyPointIsCountedOnce() {
        Quadrants quadrants = ReportFixtures.full().quadrants().orElseThrow();
        List<Bubbles.Bubble> bubbles = Bubbles.of(quadrants);
        assertThat(bubbles.stream().mapToLong(Bubbles.Bubble::customers).sum())
                .isEqualTo(quadrants.points().size());
        assertThat(bubbles).hasSizeLessThan(300);
    }

    @Test
    void noBubbleStraddlesACut() {
        Quadrants quadrants = ReportFixtures.full().quadrants().orElseThrow();
        for (Bubbles.Bubble bubble : Bubbles.of(quadrants)) {
            boolean right = bubble.kind() == QuadrantKind.TRUE || bubble.kind() == QuadrantKind.SPURIOUS;
            boolean up = bubble.kind() == QuadrantKind.TRUE || bubble.kind() == QuadrantKind.LATENT;
            assertThat(bubble.behaviour() >= quadrants.behaviourCut()).isEqualTo(right);
            assertThat(bubble.attitude() >= quadrants.attitudeCut()).isEqualTo(up);
        }
    }

    @Test
    void aBubbleSitsAtTheMeanOfItsPoints() {
        List<Point> points = List.of(new Point(61, 80, QuadrantKind.TRUE), new Point(63, 80, QuadrantKind.TRUE));
        assertThat(Bubbles.of(new Quadrants(60, 75, List.of(), List.of(), points, 2)))
                .containsExactly(new Bubbles.Bubble(62, 80, 2, QuadrantKind.TRUE));
    }
}
