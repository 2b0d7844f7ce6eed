package org.loyalty4j.rfm;

import java.util.Arrays;

/** Which members each of some groups has, the groups being numbered from 0: a counting sort. */
final class Grouping {
    private final int[] start; // of each group's members, and the end of the last
    private final int[] members;

    Grouping(int[] groupOf, int groups) {
        start = new int[groups + 1];
        for (int group : groupOf) {
            start[group + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            start[group + 1] += start[group];
        }
        members = new int[groupOf.length];
        int[] next = start.clone();
        for (int i = 0; i < groupOf.length; i++) {
            members[next[groupOf[i]]++] = i;
        }
    }

    /** The members of a group, ascending. */
    int[] members(int group) {
        return Arrays.copyOfRange(members, start[group], start[group + 1]);
    }
}
