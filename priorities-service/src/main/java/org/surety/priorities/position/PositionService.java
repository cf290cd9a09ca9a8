package org.surety.priorities.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.problem.NotPermitted;

/** The use cases of positions, each one transaction: a party states its own. */
@ApplicationScoped
class PositionService {

    private final PositionRepository positions;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final CurrentActor actor;
    private final Paging paging;
    private final Today today;

    PositionService(PositionRepository positions, ChangeLog log, History history, Audiences audiences, CurrentActor actor,
            Paging paging, Today today) {
        this.positions = positions;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.actor = actor;
        this.paging = paging;
        this.today = today;
    }

    /** @param isNew whether it was stated now; what the party has said of that day already is not said twice */
    record Stated(PositionRepresentation position, boolean isNew) {
    }

    @Transactional
    Stated state(PositionStatement said) {
        String party = requireOwn(said.party());
        said.checkNew(Series.ofParty(party), today.day());
        LocalDate day = said.statedOn() == null ? today.day() : said.statedOn();
        Label label = said.label().ownedBy(party, Series.ofParty(party));
        int audience = audiences.intern(label);
        Optional<Position> same = positions.standing(party, said.priority(), day).stream()
                .filter(position -> position.says(said, day, audience)).findFirst();
        Position position = same.orElseGet(() -> recorded(Position.state(party, said, day, audience), label));
        return new Stated(PositionRepresentation.from(position, label), same.isEmpty());
    }

    @Transactional
    PositionRepresentation amend(UUID id, long version, PositionStatement said) {
        Position position = requireOwn(id, version);
        if (said.party() != null) {
            requireOwn(said.party());
        }
        said.checkCorrection(position.priority(), position.series(), today.day());
        Label label = said.label().ownedBy(position.party(), position.series());
        List<String> changed = position.amend(said, said.statedOn() == null ? position.statedOn() : said.statedOn(),
                audiences.intern(label));
        if (!changed.isEmpty()) {
            log.append(() -> PositionEvents.amended(position, label, changed));
        }
        return PositionRepresentation.from(position, label);
    }

    @Transactional
    PositionRepresentation withdraw(UUID id, long version, PositionWithdrawal withdrawal) {
        withdrawal.check();
        Position position = requireOwn(id, version);
        Label label = labels(List.of(position)).get(position.audience());
        List<String> changed = position.withdraw(withdrawal.reason());
        if (!changed.isEmpty()) {
            log.append(() -> PositionEvents.withdrawn(position, label, changed));
        }
        return PositionRepresentation.from(position, label);
    }

    /** @param knownAt null: as it stands */
    @Transactional
    PositionRepresentation require(UUID id, Instant knownAt) {
        history.requireKnown(knownAt);
        return represent(List.of(knownAt == null ? positions.require(id) : positions.requireKnown(id, knownAt))).get(0);
    }

    @Transactional
    Page<PositionRepresentation> list(PositionFilter filter, Paging.Request request) {
        filter.check();
        history.requireKnown(filter.knownAt());
        Page<Position> page = filter.withEarlier()
                ? paging.page(request, positions.listAll(filter, request), position -> List.of(position.number().toString()))
                : paging.page(request, positions.listHolding(filter, request),
                        position -> List.of(position.party(), position.priority().name()));
        return new Page<>(represent(page.items()), page.next());
    }

    private Position recorded(Position position, Label label) {
        positions.persist(position);
        log.append(() -> PositionEvents.stated(position, label));
        return position;
    }

    /** The party of the token, which alone may be named. */
    private String requireOwn(String named) {
        String own = actor.require().party();
        if (own == null) {
            throw new NotPermitted("A position is of a party, and your token names none.");
        }
        if (named != null && !named.equals(own)) {
            throw PositionProblem.ofAnother(named);
        }
        return own;
    }

    private Position requireOwn(UUID id, long version) {
        Position position = positions.require(id);
        if (!actor.require().isOf(position.party())) {
            throw PositionProblem.ofAnother(position.party());
        }
        Versions.require(version, position.version());
        return position;
    }

    private List<PositionRepresentation> represent(List<Position> rows) {
        Map<Integer, Label> labels = labels(rows);
        return rows.stream().map(row -> PositionRepresentation.from(row, labels.get(row.audience()))).toList();
    }

    private Map<Integer, Label> labels(List<Position> rows) {
        return audiences.labels(rows.stream().map(Position::audience).distinct().toList());
    }
}
