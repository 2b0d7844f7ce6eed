package org.loyalty4j.cli.analyze;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.cli.report.ChurnModel;
import org.loyalty4j.cli.report.MovementModel;
import org.loyalty4j.cli.report.ReportModel;
import org.loyalty4j.profile.LoyaltyComparison;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.NoiseMovement;
import org.loyalty4j.quadrant.QuadrantChange;
import org.loyalty4j.quadrant.QuadrantMovement;

/** Turns the movement between two dates into what the report shows of it. */
final class MovementModels {
    private MovementModels() {}

    /** The movement of a run; empty without an earlier date or without answers. */
    static Optional<MovementModel> of(Run run) {
        return run.comparison()
                .filter(comparison -> comparison.after().answers().respondents() > 0)
                .map(MovementModels::movement);
    }

    private static MovementModel movement(LoyaltyComparison comparison) {
        QuadrantMovement movement = comparison.movement();
        Map<ReportModel.QuadrantKind, LocalizedText> names = new EnumMap<>(ReportModel.QuadrantKind.class);
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            names.put(ReportModels.kind(quadrant), quadrant.label());
        }
        return new MovementModel(
                comparison.before().asOf(),
                comparison.after().asOf(),
                names,
                movement.flows().stream()
                        .map(flow -> new MovementModel.Flow(place(flow.from()), place(flow.to()), flow.customers()))
                        .toList(),
                movement.customers(QuadrantChange.STAYED),
                movement.customers(QuadrantChange.ROSE),
                movement.customers(QuadrantChange.FELL),
                movement.customers(QuadrantChange.CROSSED)
                        + movement.customers(QuadrantChange.BECAME_KNOWN)
                        + movement.customers(QuadrantChange.BECAME_UNKNOWN),
                movement.customers(QuadrantChange.ENTERED),
                movement.customers(QuadrantChange.LEFT),
                comparison.movementByNoise().map(MovementModels::noise),
                movement.marginalHomogeneity()
                        .map(test -> new ChurnModel.Test(test.statistic(), test.degreesOfFreedom(), test.pValue())));
    }

    private static Optional<ReportModel.QuadrantKind> place(@Nullable LoyaltyQuadrant quadrant) {
        return Optional.ofNullable(quadrant).map(ReportModels::kind);
    }

    private static MovementModel.Noise noise(NoiseMovement noise) {
        return new MovementModel.Noise(
                noise.noise().sdSteps(),
                noise.noise().isEstimated(),
                noise.noise().pairs(),
                noise.customers(),
                noise.moves(),
                noise.attitudeMoves(),
                noise.expected());
    }
}
