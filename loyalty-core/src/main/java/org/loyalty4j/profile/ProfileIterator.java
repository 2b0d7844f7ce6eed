package org.loyalty4j.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Makes profiles of facts as they are asked for, some thousands at a time. */
final class ProfileIterator implements Iterator<LoyaltyProfile> {
    private static final int BATCH = 1 << 13;

    private final Iterator<CustomerFacts> facts;
    private final Function<List<CustomerFacts>, List<LoyaltyProfile>> profiles;
    private Iterator<LoyaltyProfile> made = Collections.emptyIterator();

    ProfileIterator(Iterator<CustomerFacts> facts, Function<List<CustomerFacts>, List<LoyaltyProfile>> profiles) {
        this.facts = facts;
        this.profiles = profiles;
    }

    @Override
    public boolean hasNext() {
        while (!made.hasNext() && facts.hasNext()) {
            List<CustomerFacts> batch = new ArrayList<>();
            while (batch.size() < BATCH && facts.hasNext()) {
                batch.add(facts.next());
            }
            made = profiles.apply(batch).iterator();
        }
        return made.hasNext();
    }

    @Override
    public LoyaltyProfile next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further profile");
        }
        return made.next();
    }
}
