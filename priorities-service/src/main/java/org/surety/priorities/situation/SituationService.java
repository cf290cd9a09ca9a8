package org.surety.priorities.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;

/** The use cases of what a situation says, each one transaction. */
@ApplicationScoped
public class SituationService {

    private final SituationRepository situations;
    private final Speakers speakers;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    SituationService(SituationRepository situations, Speakers speakers, ChangeLog log, History history, Audiences audiences,
            Paging paging, Today today) {
        this.situations = situations;
        this.speakers = speakers;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    SituationRepresentation propose(SituationDescription description) {
        description.checkNew();
        Voice voice = speakers.requireKeeper(description.series(), null);
        Label label = description.label().ownedBy(null, description.series());
        Situation situation = Situation.propose(description, voice, audiences.intern(label));
        situations.persist(situation);
        log.append(() -> SituationEvents.proposed(situation, label));
        return SituationRepresentation.from(situation, label, today.day());
    }

    @Transactional
    SituationRepresentation amend(UUID id, long version, SituationDescription description) {
        Situation situation = situations.require(id);
        description.check(situation.series());
        Voice voice = speakers.requireKeeper(situation.series(), null);
        Versions.require(version, situation.version());
        Label label = description.label().ownedBy(null, situation.series());
        List<String> changed = situation.amend(description, voice, audiences.intern(label));
        if (!changed.isEmpty()) {
            log.append(() -> SituationEvents.amended(situation, label, changed));
        }
        return SituationRepresentation.from(situation, label, today.day());
    }

    /** The situation and whether it holds on a day, today if none is given, as known at an instant or now. */
    @Transactional
    SituationRepresentation require(UUID id, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        Situation found = knownAt == null ? situations.require(id) : situations.requireKnown(id, knownAt);
        return represent(List.of(found), asOf).get(0);
    }

    @Transactional
    Page<SituationRepresentation> list(SituationFilter filter, Paging.Request request) {
        history.requireKnown(filter.knownAt());
        Page<Situation> page = paging.page(request, situations.list(filter, request),
                situation -> List.of(situation.wording().from().toString(), situation.id().toString()));
        return new Page<>(represent(page.items(), filter.asOf()), page.next());
    }

    /**
     * Which situations of a series hold on a day, as far as the viewer may see them: determined, contested ones among them, and no
     * exercises; for other features too. Set-based, over all days, the view {@code situation_in_force} says the same by kind.
     */
    @Transactional
    public List<SituationInForce> inForce(Series series, LocalDate asOf) {
        return inForce(series, asOf, null);
    }

    /** @param knownAt as it was known at this instant; null: as it is */
    @Transactional
    public List<SituationInForce> inForce(Series series, LocalDate asOf, Instant knownAt) {
        return (knownAt == null ? situations.listInForce(series, asOf) : situations.listInForce(series, asOf, knownAt)).stream()
                .map(SituationInForce::from).toList();
    }

    private List<SituationRepresentation> represent(List<Situation> rows, LocalDate asOf) {
        Map<Integer, Label> labels = audiences.labels(rows.stream().map(Situation::audience).distinct().toList());
        LocalDate day = asOf == null ? today.day() : asOf;
        return rows.stream().map(row -> SituationRepresentation.from(row, labels.get(row.audience()), day)).toList();
    }
}
