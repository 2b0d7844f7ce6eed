package org.loyalty4j.cli.report;

import java.util.List;

/** Sections that answer one question, under one heading in the contents. */
record Chapter(String heading, List<Section> sections) {

    static Chapter of(String id, Edition edition, Section... sections) {
        return new Chapter(edition.text("chapter." + id), List.of(sections));
    }
}
