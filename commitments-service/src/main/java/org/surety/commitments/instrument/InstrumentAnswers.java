package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.authority.AuthorityReferences;
import org.surety.kit.actor.CurrentActor;

/**
 * Instruments as they are answered to a viewer: a reference to a record that is not released to the viewer is undisclosed. A party sees all
 * that its own acts name.
 */
@ApplicationScoped
class InstrumentAnswers {

    private final AuthorityReferences references;
    private final CurrentActor actor;

    InstrumentAnswers(AuthorityReferences references, CurrentActor actor) {
        this.references = references;
        this.actor = actor;
    }

    InstrumentRepresentation of(Instrument instrument) {
        return of(instrument, null);
    }

    /** As of a day; null: by all that was done. */
    InstrumentRepresentation of(Instrument instrument, LocalDate day) {
        return inList(List.of(instrument), day).get(0);
    }

    List<InstrumentRepresentation> inList(Collection<Instrument> instruments, LocalDate day) {
        Set<UUID> visible = references.visible(instruments.stream().flatMap(instrument -> instrument.acts().stream())
                .filter(act -> !isOwn(act)).flatMap(InstrumentAnswers::named).collect(Collectors.toSet()));
        return instruments.stream()
                .map(one -> InstrumentRepresentation.from(one, day == null ? LocalDate.MAX : day, act -> visible(act, visible)))
                .toList();
    }

    private Predicate<UUID> visible(InstrumentAct act, Set<UUID> visible) {
        return isOwn(act) ? id -> true : visible::contains;
    }

    private boolean isOwn(InstrumentAct act) {
        return actor.require().isOf(act.party());
    }

    private static Stream<UUID> named(InstrumentAct act) {
        return act.verdict() == null ? Stream.of() : Stream.concat(Stream.of(act.person()), act.verdict().grants().stream());
    }
}
