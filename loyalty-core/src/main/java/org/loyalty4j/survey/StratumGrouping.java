package org.loyalty4j.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which strata form one group, by the rule for those with too few respondents. */
final class StratumGrouping {
    /** The group of a stratum that is left out, or has no customers. */
    static final int NONE = -1;

    private static final Comparator<Run> IN_ORDER = Comparator.comparing(run -> run.members.get(0));

    private final int[] groupOfStratum;
    private final List<PostStratum> groups;
    private final List<PostStratum> uncovered;

    private StratumGrouping(int[] groupOfStratum, List<PostStratum> groups, List<PostStratum> uncovered) {
        this.groupOfStratum = groupOfStratum;
        this.groups = List.copyOf(groups);
        this.uncovered = List.copyOf(uncovered);
    }

    static StratumGrouping of(List<PostStratum> strata, long minimum, SmallStrata rule, Set<String> apart) {
        return rule == SmallStrata.COLLAPSE ? collapse(strata, minimum, apart) : leaveOut(strata, minimum);
    }

    private static StratumGrouping leaveOut(List<PostStratum> strata, long minimum) {
        int[] groupOfStratum = new int[strata.size()];
        List<PostStratum> groups = new ArrayList<>();
        List<PostStratum> uncovered = new ArrayList<>();
        for (int h = 0; h < groupOfStratum.length; h++) {
            PostStratum stratum = strata.get(h);
            groupOfStratum[h] = NONE;
            if (stratum.respondents() >= minimum) {
                groupOfStratum[h] = groups.size();
                groups.add(stratum);
            } else if (stratum.customers() > 0) {
                uncovered.add(stratum);
            }
        }
        return new StratumGrouping(groupOfStratum, groups, uncovered);
    }

    /** Every group on the stack has enough; the one at hand is joined to the top of it or to what follows. */
    private static StratumGrouping collapse(List<PostStratum> strata, long minimum, Set<String> apart) {
        List<Run> done = new ArrayList<>();
        List<Run> alone = new ArrayList<>();
        List<Run> tooFew = new ArrayList<>();
        List<Run> waiting = new ArrayList<>();
        for (int h = 0; h < strata.size(); h++) {
            Run run = new Run(strata.get(h), h);
            if (run.customers > 0) {
                boolean isApart = strata.get(h).names().stream().anyMatch(apart::contains);
                (!isApart ? waiting : run.respondents >= minimum ? alone : tooFew).add(run);
            }
        }
        for (int i = 0; i < waiting.size(); i++) {
            Run run = waiting.get(i);
            if (run.respondents >= minimum) {
                done.add(run);
                continue;
            }
            Run before = done.isEmpty() ? null : done.get(done.size() - 1);
            Run after = i + 1 == waiting.size() ? null : waiting.get(i + 1);
            if (before != null && (after == null || !run.lighterWith(after, before))) {
                before.append(run);
            } else if (after != null) {
                run.append(after);
                waiting.set(i + 1, run);
            } else {
                tooFew.add(run); // the only group there is
            }
        }
        int[] groupOfStratum = allNone(strata.size());
        List<PostStratum> groups = new ArrayList<>();
        done.addAll(alone);
        done.sort(IN_ORDER);
        tooFew.sort(IN_ORDER);
        for (Run run : done) {
            for (int h : run.members) {
                groupOfStratum[h] = groups.size();
            }
            groups.add(run.stratum(strata));
        }
        return new StratumGrouping(
                groupOfStratum,
                groups,
                tooFew.stream().map(run -> run.stratum(strata)).toList());
    }

    private static int[] allNone(int strata) {
        int[] none = new int[strata];
        Arrays.fill(none, NONE);
        return none;
    }

    int[] groupOfStratum() {
        return groupOfStratum.clone();
    }

    List<PostStratum> groups() {
        return groups;
    }

    List<PostStratum> uncovered() {
        return uncovered;
    }

    /** Strata that follow one another, as one. */
    private static final class Run {
        private final List<Integer> members = new ArrayList<>();
        private long customers;
        private long respondents;

        Run(PostStratum stratum, int index) {
            members.add(index);
            customers = stratum.customers();
            respondents = stratum.respondents();
        }

        /** Tells whether fewer customers come to a respondent with {@code one} than with {@code other}. */
        boolean lighterWith(Run one, Run other) {
            return (double) (customers + one.customers) * (respondents + other.respondents)
                    < (double) (customers + other.customers) * (respondents + one.respondents);
        }

        void append(Run next) {
            members.addAll(next.members);
            customers += next.customers;
            respondents += next.respondents;
        }

        PostStratum stratum(List<PostStratum> strata) {
            return new PostStratum(
                    members.stream()
                            .flatMap(h -> strata.get(h).names().stream())
                            .toList(),
                    customers,
                    respondents);
        }
    }
}
