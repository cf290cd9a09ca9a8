package org.surety.commitments.commitment;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.surety.contracts.Relations;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonInclude;

/** How a commitment stands to others, as it is answered: these may be records that are not released to the viewer. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RelationsRepresentation(List<Reference> supersedes, List<Reference> supplements) {

    static RelationsRepresentation of(Relations relations, Predicate<UUID> visible) {
        return relations == null
                ? null
                : new RelationsRepresentation(references(relations.supersedes(), visible),
                        references(relations.supplements(), visible));
    }

    boolean hidesAnything() {
        return Stream.concat(supersedes.stream(), supplements.stream()).anyMatch(Reference.NOT_RELEASED::equals);
    }

    private static List<Reference> references(List<UUID> named, Predicate<UUID> visible) {
        return named.stream().map(id -> Reference.to(id, visible)).toList();
    }
}
