package org.surety.delegations.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PartyGroupState.Member;
import org.surety.contracts.Series;
import org.surety.delegations.group.PartyGroupRepository.PartyGroupFilter;
import org.surety.delegations.party.PartyService;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.problem.InvalidRequest;

/** The use cases of party groups, each one transaction. */
@ApplicationScoped
class PartyGroupService {

    private final PartyGroupRepository groups;
    private final PartyService parties;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;
    private final History history;

    PartyGroupService(PartyGroupRepository groups, PartyService parties, ChangeLog log, Audiences audiences, Paging paging,
            Today today, History history) {
        this.groups = groups;
        this.parties = parties;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
        this.history = history;
    }

    @Transactional
    PartyGroupRepresentation form(PartyGroupDescription description) {
        check(description);
        PartyGroup group = PartyGroup.form(description.seriesOfMembers(), description, audiences.intern(Label.openToAll()));
        groups.persist(group);
        log.append(() -> PartyGroupEvents.formed(group, today.day()));
        return PartyGroupRepresentation.from(group);
    }

    @Transactional
    PartyGroupRepresentation amend(UUID id, long version, PartyGroupDescription description) {
        check(description);
        PartyGroup group = groups.require(id);
        Versions.require(version, group.version());
        if (description.seriesOfMembers() != group.series()) {
            throw new InvalidRequest("members", "must be of the series of the group");
        }
        List<String> changed = group.amend(description);
        if (!changed.isEmpty()) {
            log.append(() -> PartyGroupEvents.amended(group, changed, today.day()));
        }
        return PartyGroupRepresentation.from(group);
    }

    /**
     * The group of one day, as known at an instant.
     *
     * @param asOf null: of all days
     * @param knownAt null: as it stands
     */
    @Transactional
    PartyGroupRepresentation require(UUID id, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        return ofDay(knownAt == null ? groups.require(id) : groups.requireKnown(id, knownAt), asOf);
    }

    /** Groups by who belongs to them on a day - without one today - as known at an instant. */
    @Transactional
    Page<PartyGroupRepresentation> list(Series series, String member, LocalDate asOf, Instant knownAt, Paging.Request request) {
        history.requireKnown(knownAt);
        PartyGroupFilter filter = new PartyGroupFilter(series, member, asOf == null ? today.day() : asOf, knownAt);
        return paging.page(request, groups.list(filter, request), group -> List.of(group.names().get("en"), group.id().toString()))
                .map(group -> ofDay(group, asOf));
    }

    private void check(PartyGroupDescription description) {
        description.check();
        description.members().stream().map(Member::party).distinct().forEach(code -> parties.requireKnown(code, "members"));
    }

    private static PartyGroupRepresentation ofDay(PartyGroup group, LocalDate asOf) {
        PartyGroupRepresentation representation = PartyGroupRepresentation.from(group);
        return asOf == null ? representation : representation.on(asOf);
    }
}
