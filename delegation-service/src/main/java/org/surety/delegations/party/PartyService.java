package org.surety.delegations.party;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.problem.InvalidRequest;

/** The use cases of parties, each one transaction. */
@ApplicationScoped
public class PartyService {

    private final PartyRepository parties;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    PartyService(PartyRepository parties, ChangeLog log, Audiences audiences, Paging paging, Today today) {
        this.parties = parties;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
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

    /** The party as it stands; for other features too. */
    @Transactional
    public PartyRepresentation require(String code) {
        return PartyRepresentation.from(parties.require(code));
    }

    /** Refuses a request whose field names a party that is not registered. */
    @Transactional
    public void requireKnown(String code, String field) {
        if (code == null || parties.findByIdOptional(code).isEmpty()) {
            throw new InvalidRequest(field, "must be the code of a registered party");
        }
    }

    @Transactional
    Page<PartyRepresentation> list(Series series, PartyKind kind, PartyAttribute attribute, Paging.Request request) {
        List<Party> rows = parties.list(series, kind, attribute, today.day(), request);
        return paging.page(request, rows, party -> List.of(party.code())).map(PartyRepresentation::from);
    }
}
