package org.surety.delegations.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Rank;
import org.surety.delegations.delegation.DelegationRepresentation;
import org.surety.delegations.delegation.DelegationService;
import org.surety.delegations.gathering.GatheringRepresentation;
import org.surety.delegations.gathering.GatheringService;
import org.surety.delegations.party.PartyRepresentation;
import org.surety.delegations.party.PartyService;
import org.surety.delegations.person.PersonRepresentation;
import org.surety.delegations.person.PersonService;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.label.Reference;

/** Who comes to a gathering, as far as it is released to the viewer: as of a day and as known at an instant, each null for now. */
@ApplicationScoped
class AttendanceService {

    /** Delegations whose persons are read at once: at most 200 persons each. */
    private static final int AT_ONCE = 25;

    private final GatheringService gatherings;
    private final DelegationService delegations;
    private final PartyService parties;
    private final PersonService persons;
    private final Paging paging;

    AttendanceService(GatheringService gatherings, DelegationService delegations, PartyService parties, PersonService persons,
            Paging paging) {
        this.gatherings = gatherings;
        this.delegations = delegations;
        this.parties = parties;
        this.persons = persons;
        this.paging = paging;
    }

    @Transactional
    GatheringTally tally(UUID id, LocalDate asOf, Instant knownAt) {
        GatheringRepresentation gathering = gatherings.require(id, knownAt);
        return GatheringTally.of(gathering.series(), attending(gathering, asOf, knownAt));
    }

    /** A page of participants: the delegations in the order of protocol, of which only those on the page are read in full. */
    @Transactional
    ParticipantList participants(UUID id, LocalDate asOf, Instant knownAt, Paging.Request request) {
        GatheringRepresentation gathering = gatherings.require(id, knownAt);
        List<Attending> attending = attending(gathering, asOf, knownAt).stream().sorted(Comparator.comparing(Attending::place))
                .filter(delegation -> request.after().isEmpty() || delegation.place().compareTo(Place.of(request.after())) >= 0)
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < attending.size() && rows.size() < request.fetch(); i += AT_ONCE) {
            add(rows, attending.subList(i, Math.min(i + AT_ONCE, attending.size())), knownAt, request.after());
        }
        Page<Row> page = paging.page(request, rows.subList(0, Math.min(rows.size(), request.fetch())), Row::values);
        return new ParticipantList(gathering.series(), Attending.note(gathering.series()), page.map(Row::participant).items(),
                page.next());
    }

    /** A participant and the place in the list. */
    private record Row(Participant participant, List<String> values) {
    }

    private void add(List<Row> rows, List<Attending> attending, Instant knownAt, List<String> after) {
        Map<UUID, PersonRepresentation> known = persons.find(attending.stream().flatMap(Attending::persons).toList(), knownAt);
        for (Attending delegation : attending) {
            boolean begun = !after.isEmpty() && delegation.place().equals(Place.of(after));
            List<Participant> participants = Participant.of(delegation, known);
            for (int i = begun ? Place.participant(after) + 1 : 0; i < participants.size(); i++) {
                rows.add(new Row(participants.get(i), delegation.placeOf(i)));
            }
        }
    }

    private List<Attending> attending(GatheringRepresentation gathering, LocalDate asOf, Instant knownAt) {
        List<DelegationRepresentation> found = delegations.listOfGathering(gathering.id(), asOf, knownAt);
        Map<String, PartyRepresentation> known = parties
                .find(found.stream().map(DelegationRepresentation::party).toList(), knownAt);
        Map<UUID, PersonRepresentation> heads = persons
                .find(found.stream().flatMap(delegation -> Attending.released(delegation.head().persons())).toList(), knownAt);
        return found.stream().map(delegation -> new Attending(delegation, known.get(delegation.party()),
                delegation.party().equals(gathering.host()), highest(delegation.head().persons(), heads))).toList();
    }

    private static Rank highest(List<Reference> of, Map<UUID, PersonRepresentation> known) {
        return Attending.released(of).map(known::get).filter(Objects::nonNull).map(PersonRepresentation::rank)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
