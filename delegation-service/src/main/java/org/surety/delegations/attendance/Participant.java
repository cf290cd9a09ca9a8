package org.surety.delegations.attendance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Rank;
import org.surety.contracts.Undisclosed;
import org.surety.delegations.person.DisclosedText;
import org.surety.delegations.person.PersonRepresentation;
import org.surety.kit.label.Reference;

/**
 * One line of a list of participants: a person, or a head that nobody has disclosed.
 *
 * @param host whether the party is the host of the gathering
 * @param person UNKNOWN of a head that is undisclosed, and so what follows; NOT_RELEASED of a person whom the viewer may not see
 * @param post null where none was given
 */
record Participant(UUID delegation, String party, String partyName, PartyKind partyKind, boolean host, DisclosedLevel level,
        Role role,
        @Schema(ref = "#/components/schemas/Reference") Disclosed<UUID> person,
        @Schema(ref = "#/components/schemas/PersonText") Disclosed<Rank> rank, DisclosedText name, DisclosedText post) {

    /** As what a person belongs to a delegation. */
    enum Role {
        HEAD, MEMBER
    }

    private static final Comparator<Participant> MEMBERS = Comparator
            .comparing((Participant member) -> member.rank().value(), Comparator.nullsLast(Comparator.<Rank>naturalOrder()))
            .thenComparing(member -> member.name().text(), Comparator.nullsLast(Place::compareNames))
            .thenComparing(member -> member.person().value(), Comparator.nullsLast(Comparator.<UUID>naturalOrder()));

    /** Those of a delegation: the heads as they are stated, then the members by rank and name. */
    static List<Participant> of(Attending attending, Map<UUID, PersonRepresentation> persons) {
        List<Participant> participants = new ArrayList<>();
        if (attending.delegation().head().persons().isEmpty()) {
            participants.add(undisclosed(attending, Role.HEAD, Undisclosed.UNKNOWN));
        }
        attending.delegation().head().persons().forEach(head -> participants.add(of(attending, Role.HEAD, find(head, persons))));
        attending.delegation().members().stream().map(member -> of(attending, Role.MEMBER, find(member, persons))).sorted(MEMBERS)
                .forEach(participants::add);
        return participants;
    }

    private static PersonRepresentation find(Reference person, Map<UUID, PersonRepresentation> persons) {
        return person.id() == null ? null : persons.get(person.id());
    }

    private static Participant of(Attending attending, Role role, PersonRepresentation person) {
        if (person == null) {
            return undisclosed(attending, role, Undisclosed.NOT_RELEASED);
        }
        return of(attending, role, Disclosed.of(person.id()), Disclosed.of(person.rank()), person.name(), person.post());
    }

    private static Participant undisclosed(Attending attending, Role role, Undisclosed reason) {
        DisclosedText text = new DisclosedText(null, reason);
        return of(attending, role, Disclosed.undisclosed(reason), Disclosed.undisclosed(reason), text, text);
    }

    private static Participant of(Attending attending, Role role, Disclosed<UUID> person, Disclosed<Rank> rank, DisclosedText name,
            DisclosedText post) {
        return new Participant(attending.delegation().id(), attending.party().code(), attending.partyName(),
                attending.party().kind(),
                attending.host(), attending.delegation().level(), role, person, rank, name, post);
    }
}
