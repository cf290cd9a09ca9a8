package org.surety.delegations.composition;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.contracts.DisclosedLevel;
import org.surety.kit.label.Reference;

/** A composition as it is answered; what it has in common with {@link Composition} is explained there. */
public record CompositionRepresentation(DisclosedLevel level, Composition.LevelBasis levelBasis, HeadRepresentation head,
        List<Reference> members, String represents) {

    public static CompositionRepresentation of(Composition composition, Predicate<UUID> visible) {
        return new CompositionRepresentation(composition.level(), composition.levelBasis(),
                HeadRepresentation.of(composition.head(), visible), references(composition.members(), visible),
                composition.represents());
    }

    /** Null stays null: nothing is said. */
    public static List<Reference> references(List<UUID> persons, Predicate<UUID> visible) {
        return persons == null ? null : persons.stream().map(person -> Reference.to(person, visible)).toList();
    }
}
