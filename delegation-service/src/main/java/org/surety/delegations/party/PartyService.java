package org.surety.delegations.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState.FocalPoint;
import org.surety.contracts.Series;
import org.surety.delegations.party.PartyRepository.PartyFilter;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.NotPermitted;

/** The use cases of parties, each one transaction. */
@ApplicationScoped
public class PartyService {

    private final PartyRepository parties;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;
    private final History history;
    private final CurrentActor actor;

    PartyService(PartyRepository parties, ChangeLog log, Audiences audiences, Paging paging, Today today, History history,
            CurrentActor actor) {
        this.parties = parties;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
        this.history = history;
        this.actor = actor;
    }

    @Transactional
    PartyRepresentation register(PartyRegistration registration) {
        registration.check();
        if (parties.findByIdOptional(registration.code()).isPresent()) {
            throw PartyProblem.exists(registration.code());
        }
        Party party = Party.register(registration.code(), registration.kind(), registration.description(),
                audiences.intern(Label.openToAll()));
        parties.persist(party);
        log.append(() -> PartyEvents.registered(party, today.day()));
        return PartyRepresentation.from(party);
    }

    @Transactional
    PartyRepresentation amend(String code, long version, PartyDescription description) {
        description.check();
        Party party = parties.require(code);
        Versions.require(version, party.version());
        List<String> changed = party.amend(description);
        if (!changed.isEmpty()) {
            log.append(() -> PartyEvents.amended(party, changed, today.day()));
        }
        return PartyRepresentation.from(party);
    }

    /** Who enters on a party's behalf is the party's own affair: neither the coordinator names them nor they each other. */
    @Transactional
    PartyRepresentation nameFocalPoints(String code, long version, FocalPoints named) {
        Party party = parties.require(code);
        if (!actor.require().isOf(code)) {
            throw new NotPermitted("Only an editor of " + code + " names its focal points.");
        }
        named.check(code);
        Versions.require(version, party.version());
        List<FocalPoint> focalPoints = named.inOrder();
        focalPoints.forEach(focalPoint -> requireKnown(focalPoint.party(), "focalPoints"));
        List<String> changed = party.nameFocalPoints(focalPoints);
        if (!changed.isEmpty()) {
            log.append(() -> PartyEvents.amended(party, changed, today.day()));
        }
        return PartyRepresentation.from(party);
    }

    /** Whether editors of the other party may enter on behalf of this one today; for other features. */
    @Transactional
    public boolean isEnteredBy(String code, String other) {
        return code != null && parties.findByIdOptional(code).filter(party -> party.isEnteredBy(other, today.day())).isPresent();
    }

    /** Whether the party reads the coalition's own records today: as a member or as a beneficiary. */
    @Transactional
    public boolean isOfTheCoalition(String code) {
        return parties.findByIdOptional(code).filter(party -> party.isOfTheCoalition(today.day())).isPresent();
    }

    /** The party as it stands; for other features too. */
    @Transactional
    public PartyRepresentation require(String code) {
        return PartyRepresentation.from(parties.require(code));
    }

    /**
     * The party of one day, as known at an instant.
     *
     * @param asOf null: of all days
     * @param knownAt null: as it stands
     */
    @Transactional
    PartyRepresentation require(String code, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        Party party = knownAt == null ? parties.require(code) : parties.requireKnown(code, knownAt);
        return ofDay(party, asOf);
    }

    /** The parties with these codes as known at an instant - null: as they stand -, by code; for other features. */
    @Transactional
    public Map<String, PartyRepresentation> find(Collection<String> codes, Instant knownAt) {
        history.requireKnown(knownAt);
        return parties.listByCodes(codes, knownAt).stream().map(PartyRepresentation::from)
                .collect(Collectors.toMap(PartyRepresentation::code, party -> party));
    }

    /** Refuses a request whose field names a party that is not registered. */
    @Transactional
    public void requireKnown(String code, String field) {
        if (code == null || parties.findByIdOptional(code).isEmpty()) {
            throw new InvalidRequest(field, "must be the code of a registered party");
        }
    }

    /** Parties by what holds on a day - without one today - as known at an instant. */
    @Transactional
    Page<PartyRepresentation> list(Series series, PartyKind kind, PartyAttribute attribute, LocalDate asOf, Instant knownAt,
            Paging.Request request) {
        history.requireKnown(knownAt);
        PartyFilter filter = new PartyFilter(series, kind, attribute, asOf == null ? today.day() : asOf, knownAt);
        return paging.page(request, parties.list(filter, request), party -> List.of(party.code())).map(party -> ofDay(party, asOf));
    }

    private static PartyRepresentation ofDay(Party party, LocalDate asOf) {
        PartyRepresentation representation = PartyRepresentation.from(party);
        return asOf == null ? representation : representation.on(asOf);
    }
}
