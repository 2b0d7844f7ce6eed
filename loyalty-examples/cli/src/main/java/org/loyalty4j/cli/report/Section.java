package org.loyalty4j.cli.report;

import java.util.List;

/** One part of the page: a title, a sentence on how to read it, and what it shows. */
record Section(String id, String title, String lead, List<Block> blocks) {

    static Section of(String id, Edition edition, Block... blocks) {
        return of(id, edition, List.of(blocks));
    }

    static Section of(String id, Edition edition, List<Block> blocks) {
        return new Section(
                id, edition.text("section." + id + ".title"), edition.text("section." + id + ".lead"), blocks);
    }

    /** A section whose input was not given: it says what is missing and which option would fill it. */
    static Section missing(String id, Edition edition) {
        return new Section(
                id,
                edition.text("section." + id + ".title"),
                "",
                List.of(Block.missing(edition.text("section." + id + ".missing"))));
    }

    boolean hasLead() {
        return !lead.isEmpty();
    }
}
