package org.surety.delegations.gathering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.delegations.party.PartyService;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;

/** The use cases of gatherings, each one transaction. */
@ApplicationScoped
public class GatheringService {

    private final GatheringRepository gatherings;
    private final PartyService parties;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;
    private final History history;

    GatheringService(GatheringRepository gatherings, PartyService parties, ChangeLog log, Audiences audiences, Paging paging,
            Today today, History history) {
        this.gatherings = gatherings;
        this.parties = parties;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
        this.history = history;
    }

    @Transactional
    GatheringRepresentation plan(GatheringDescription description) {
        check(description);
        // A gathering belongs to the coalition: no party owns it, so it can be released to the coalition or to all, or to those named.
        Label label = description.label().ownedBy(null, Series.ofParty(description.host()));
        Gathering gathering = Gathering.plan(description, audiences.intern(label));
        gatherings.persist(gathering);
        log.append(() -> GatheringEvents.planned(gathering, label, today.day()));
        return GatheringRepresentation.from(gathering, label);
    }

    @Transactional
    GatheringRepresentation amend(UUID id, long version, GatheringDescription description) {
        check(description);
        Gathering gathering = gatherings.require(id);
        Versions.require(version, gathering.version());
        Label label = label(gathering);
        List<String> changed = gathering.amend(description);
        if (!changed.isEmpty()) {
            log.append(() -> GatheringEvents.amended(gathering, label, changed, today.day()));
        }
        return GatheringRepresentation.from(gathering, label);
    }

    @Transactional
    GatheringRepresentation cancel(UUID id, long version, Cancellation cancellation) {
        cancellation.check();
        Gathering gathering = gatherings.require(id);
        Versions.require(version, gathering.version());
        Label label = label(gathering);
        List<String> changed = gathering.cancel(cancellation.reason());
        if (!changed.isEmpty()) {
            log.append(() -> GatheringEvents.cancelled(gathering, label, changed, today.day()));
        }
        return GatheringRepresentation.from(gathering, label);
    }

    /** The gathering as it stands; for other features too. */
    @Transactional
    public GatheringRepresentation require(UUID id) {
        Gathering gathering = gatherings.require(id);
        return GatheringRepresentation.from(gathering, label(gathering));
    }

    /** The gathering as it was known at an instant; null: as it stands. For other features too. */
    @Transactional
    public GatheringRepresentation require(UUID id, Instant knownAt) {
        history.requireKnown(knownAt);
        Gathering gathering = knownAt == null ? gatherings.require(id) : gatherings.requireKnown(id, knownAt);
        return GatheringRepresentation.from(gathering, label(gathering));
    }

    @Transactional
    Page<GatheringRepresentation> list(Series series, Gathering.Status status, Instant knownAt, Paging.Request request) {
        history.requireKnown(knownAt);
        Page<Gathering> page = paging.page(request, gatherings.list(series, status, knownAt, request),
                gathering -> List.of(gathering.startsOn().toString(), gathering.id().toString()));
        Map<Integer, Label> labels = audiences.labels(page.items().stream().map(Gathering::audience).toList());
        return page.map(gathering -> GatheringRepresentation.from(gathering, labels.get(gathering.audience())));
    }

    /** The gathering as it stands, for a calendar. */
    @Transactional
    GatheringCalendar.Entry calendarEntry(UUID id) {
        return calendarEntries(List.of(require(id))).get(0);
    }

    /** Gatherings as they stand, for a calendar. */
    @Transactional
    Page<GatheringCalendar.Entry> calendarEntries(Series series, Gathering.Status status, Paging.Request request) {
        Page<GatheringRepresentation> page = list(series, status, null, request);
        return new Page<>(calendarEntries(page.items()), page.next());
    }

    private List<GatheringCalendar.Entry> calendarEntries(List<GatheringRepresentation> of) {
        Map<UUID, Instant> recorded = gatherings.recordedTimes(of.stream().map(GatheringRepresentation::id).toList());
        return of.stream().map(gathering -> new GatheringCalendar.Entry(gathering, recorded.get(gathering.id()))).toList();
    }

    private void check(GatheringDescription description) {
        description.check();
        parties.requireKnown(description.host(), "host");
        description.coChairs().forEach(code -> parties.requireKnown(code, "coChairs"));
    }

    private Label label(Gathering gathering) {
        return audiences.labels(List.of(gathering.audience())).get(gathering.audience());
    }
}
