package org.surety.priorities.requirement;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.surety.contracts.Domain;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;

/** The use cases of requirements, each one transaction. */
@ApplicationScoped
public class RequirementService {

    /** What decides whether a promise counts for it. */
    private static final List<String> DECIDING = List.of("domain", "host", "kinds", "bindingForm");

    private final RequirementRepository requirements;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;
    private final Event<RequirementStated> stated;
    private final Event<RequirementChanged> changed;

    RequirementService(RequirementRepository requirements, ChangeLog log, Audiences audiences, Paging paging, Today today,
            Event<RequirementStated> stated, Event<RequirementChanged> changed) {
        this.requirements = requirements;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
        this.stated = stated;
        this.changed = changed;
    }

    @Transactional
    RequirementRepresentation state(RequirementDescription description) {
        description.checkNew();
        Label label = description.label().ownedBy(null, description.series());
        Requirement requirement = Requirement.state(description, audiences.intern(label));
        requirements.persist(requirement);
        log.append(() -> RequirementEvents.stated(requirement, label, today.day()));
        stated.fire(new RequirementStated(requirement.id()));
        return RequirementRepresentation.from(requirement, label);
    }

    @Transactional
    RequirementRepresentation amend(UUID id, long version, RequirementDescription description) {
        description.check();
        Requirement requirement = requirements.require(id);
        Versions.require(version, requirement.version());
        Label label = description.label().ownedBy(null, requirement.series());
        List<String> fields = requirement.amend(description, audiences.intern(label));
        if (!fields.isEmpty()) {
            log.append(() -> RequirementEvents.amended(requirement, label, fields, today.day()));
        }
        if (!Collections.disjoint(fields, DECIDING)) {
            changed.fire(new RequirementChanged(id));
        }
        return RequirementRepresentation.from(requirement, label);
    }

    @Transactional
    RequirementRepresentation withdraw(UUID id, long version, Withdrawal withdrawal) {
        withdrawal.check();
        Requirement requirement = requirements.require(id);
        Versions.require(version, requirement.version());
        Label label = labels(List.of(requirement)).get(requirement.audience());
        List<String> fields = requirement.withdraw(withdrawal.reason());
        if (!fields.isEmpty()) {
            log.append(() -> RequirementEvents.withdrawn(requirement, label, fields, today.day()));
        }
        return RequirementRepresentation.from(requirement, label);
    }

    @Transactional
    RequirementRepresentation require(UUID id) {
        return represent(List.of(requirements.require(id))).get(0);
    }

    @Transactional
    Page<RequirementRepresentation> list(Series series, PriorityCode priority, Domain domain, Paging.Request request) {
        Page<Requirement> page = paging.page(request, requirements.list(series, priority, domain, request),
                requirement -> List.of(requirement.title(), requirement.id().toString()));
        return new Page<>(represent(page.items()), page.next());
    }

    /** The requirements of a series that stand, as far as the viewer may see them, by title; for other features too. */
    @Transactional
    public List<RequirementRepresentation> listStanding(Series series) {
        return listStanding(series, null);
    }

    /** @param knownAt as it was known at this instant; null: as it is */
    @Transactional
    public List<RequirementRepresentation> listStanding(Series series, Instant knownAt) {
        return represent(knownAt == null ? requirements.listStanding(series) : requirements.listStanding(series, knownAt));
    }

    private List<RequirementRepresentation> represent(List<Requirement> rows) {
        Map<Integer, Label> labels = labels(rows);
        return rows.stream().map(row -> RequirementRepresentation.from(row, labels.get(row.audience()))).toList();
    }

    private Map<Integer, Label> labels(List<Requirement> rows) {
        return audiences.labels(rows.stream().map(Requirement::audience).distinct().toList());
    }
}
