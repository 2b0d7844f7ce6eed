package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.rfm.Segment;

/**
 * What to do next for the customers of each quadrant and RFM segment, and why; plain data, to be changed cell by cell.
 *
 * <p>The quadrant says what a customer needs, the segment when: a fan who falls silent is asked what has changed, a captive
 * who does is called before it is too late. A segment without actions of its own, such as one of your own making, has those
 * of the quadrant; so there is always at least one.
 *
 * <p>The actions are practice and judgement, not results of the data: whether one of them pays shows in a test against
 * customers left alone.
 */
public final class Playbook implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EnumMap<LoyaltyQuadrant, List<PlaybookAction>> ofQuadrants;
    private final EnumMap<LoyaltyQuadrant, HashMap<String, List<PlaybookAction>>> ofSegments; // by key

    private Playbook(
            Map<LoyaltyQuadrant, List<PlaybookAction>> ofQuadrants,
            Map<LoyaltyQuadrant, ? extends Map<String, List<PlaybookAction>>> ofSegments) {
        this.ofQuadrants = new EnumMap<>(ofQuadrants);
        this.ofSegments = new EnumMap<>(LoyaltyQuadrant.class);
        ofSegments.forEach((quadrant, cells) -> this.ofSegments.put(quadrant, new HashMap<>(cells)));
    }

    /**
     * The standard playbook: thank and mobilise true fans, make buying easier for silent admirers, win the hearts of
     * captives, spend little on the rest, and ask those whose attitude is not known; for each of the
     * {@linkplain org.loyalty4j.rfm.SegmentMap#standard() standard segments} and for prospects in the order that suits them.
     *
     * @return the playbook
     */
    public static Playbook standard() {
        return new Playbook(StandardPlaybook.ofQuadrants(), StandardPlaybook.ofSegments());
    }

    /**
     * This playbook with other actions for one quadrant, in all of its segments: those that its segments had of their own are
     * gone.
     *
     * @param quadrant the quadrant
     * @param replacement its actions, the most important first; at least one
     * @return the changed playbook
     * @throws IllegalArgumentException if there is no action
     */
    public Playbook with(LoyaltyQuadrant quadrant, List<PlaybookAction> replacement) {
        Objects.requireNonNull(quadrant, "quadrant");
        Playbook changed = new Playbook(ofQuadrants, ofSegments);
        changed.ofQuadrants.put(quadrant, someActions(replacement));
        changed.ofSegments.remove(quadrant);
        return changed;
    }

    /**
     * This playbook with other actions for one segment of a quadrant.
     *
     * @param quadrant the quadrant
     * @param segment the segment, standard or of your own; known again by its key
     * @param replacement its actions, the most important first; at least one
     * @return the changed playbook
     * @throws IllegalArgumentException if there is no action
     */
    public Playbook with(LoyaltyQuadrant quadrant, Segment segment, List<PlaybookAction> replacement) {
        Objects.requireNonNull(quadrant, "quadrant");
        Objects.requireNonNull(segment, "segment");
        Playbook changed = new Playbook(ofQuadrants, ofSegments);
        changed.ofSegments
                .computeIfAbsent(quadrant, none -> new HashMap<>())
                .put(segment.key(), someActions(replacement));
        return changed;
    }

    private static List<PlaybookAction> someActions(List<PlaybookAction> replacement) {
        List<PlaybookAction> actions = List.copyOf(Objects.requireNonNull(replacement, "replacement"));
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("replacement must hold at least one action");
        }
        return actions;
    }

    /**
     * The actions for a quadrant as a whole.
     *
     * @param quadrant the quadrant
     * @return an immutable list of at least one, the most important first
     */
    public List<PlaybookAction> actions(LoyaltyQuadrant quadrant) {
        return Objects.requireNonNull(ofQuadrants.get(Objects.requireNonNull(quadrant, "quadrant")));
    }

    /**
     * The actions for a segment of a quadrant.
     *
     * @param quadrant the quadrant
     * @param segment the segment; {@link Segment#NO_PURCHASE} for a prospect
     * @return an immutable list of at least one, the most important first; those of the quadrant if the segment has none of
     *     its own
     */
    public List<PlaybookAction> actions(LoyaltyQuadrant quadrant, Segment segment) {
        Objects.requireNonNull(segment, "segment");
        List<PlaybookAction> ofQuadrant = actions(quadrant);
        Map<String, List<PlaybookAction>> cells = ofSegments.get(quadrant);
        return cells == null ? ofQuadrant : cells.getOrDefault(segment.key(), ofQuadrant);
    }

    /**
     * What to do next for a customer, with the reason in words.
     *
     * @param quadrant the customer's quadrant
     * @param segment the customer's segment; {@link Segment#NO_PURCHASE} for a prospect
     * @return the most important action
     */
    public Recommendation next(LoyaltyQuadrant quadrant, Segment segment) {
        return new Recommendation(actions(quadrant, segment).get(0), quadrant, segment);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Playbook that
                && ofQuadrants.equals(that.ofQuadrants)
                && ofSegments.equals(that.ofSegments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ofQuadrants, ofSegments);
    }

    @Override
    public String toString() {
        return "Playbook: " + ofQuadrants.size() + " quadrants and "
                + ofSegments.values().stream().mapToInt(Map::size).sum()
                + " of their segments have actions of their own";
    }
}
