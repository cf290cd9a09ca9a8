package org.surety.delegations.authority;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Authority;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.AuthorityState;
import org.surety.delegations.authority.AuthorityRepository.Standing;
import org.surety.delegations.grant.GrantService;
import org.surety.delegations.party.PartyRepresentation;
import org.surety.delegations.party.PartyService;
import org.surety.kit.clock.Today;
import org.surety.kit.log.History;

/** Answers whether a person could perform an act for a party: by the rule of the contracts, over what the viewer may see. */
@ApplicationScoped
class AuthorityService {

    private final AuthorityRepository persons;
    private final PartyService parties;
    private final GrantService grants;
    private final History history;
    private final Today today;

    AuthorityService(AuthorityRepository persons, PartyService parties, GrantService grants, History history, Today today) {
        this.persons = persons;
        this.parties = parties;
        this.grants = grants;
        this.history = history;
        this.today = today;
    }

    /** A party or person that is not there and one that the viewer may not see are the same: no such record. */
    @Transactional
    AuthorityRepresentation answer(AuthorityQuestion question) {
        question.check();
        history.requireKnown(question.knownAt());
        PartyRepresentation party = parties.require(question.party());
        Standing person = persons.require(question.person(), question.knownAt());
        LocalDate day = question.at() == null ? today.day() : question.at();
        List<AuthorityState> held = grants.held(question.party(), question.person(), question.knownAt());
        Authority authority = person.party().equals(question.party())
                ? Authority.of(person.rank(), held, question.act(), question.scopes(), day)
                : new Authority(AuthorityAnswer.NO, null, List.of(), "The person is of " + person.party()
                        + ". Only a person of " + question.party() + " acts for it.");
        List<AuthorityState> deciding = authority.grants().stream()
                .map(id -> held.stream().filter(grant -> grant.id().equals(id)).findFirst().orElseThrow()).toList();
        return AuthorityRepresentation.from(question, day, party.series(), authority, deciding,
                TreatyRule.of(party.kind(), question.act(), authority));
    }
}
