package org.surety.priorities.priority;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Versions;
import org.surety.kit.log.ChangeLog;
import org.surety.priorities.deliberation.DeliberationService;
import org.surety.priorities.text.TextService;

/** The use cases of priorities, each one transaction. */
@ApplicationScoped
public class PriorityService {

    private final PriorityRepository priorities;
    private final DeliberationService deliberations;
    private final TextService texts;
    private final ChangeLog log;
    private final Today today;

    PriorityService(PriorityRepository priorities, DeliberationService deliberations, TextService texts, ChangeLog log,
            Today today) {
        this.priorities = priorities;
        this.deliberations = deliberations;
        this.texts = texts;
        this.log = log;
        this.today = today;
    }

    @Transactional
    PriorityRepresentation amend(PriorityCode code, long version, PriorityDescription wording) {
        wording.check();
        Priority priority = priorities.require(code);
        Versions.require(version, priority.version());
        List<String> changed = priority.amend(wording);
        if (!changed.isEmpty()) {
            log.append(() -> PriorityEvents.amended(priority, changed, today.day()));
        }
        return PriorityRepresentation.from(priority);
    }

    /** @param series whose deliberation and texts are to be there; null: none */
    @Transactional
    PriorityRepresentation require(PriorityCode code, Series series) {
        return in(series, PriorityRepresentation.from(priorities.require(code)));
    }

    /** The five, with what belongs to a series; null: without. */
    @Transactional
    List<PriorityRepresentation> listFive(Series series) {
        return listFive().stream().map(priority -> in(series, priority)).toList();
    }

    /** The five, in the order in which the coalition names them; for other features too. */
    @Transactional
    public List<PriorityRepresentation> listFive() {
        return priorities.listFive().stream().map(PriorityRepresentation::from).toList();
    }

    private PriorityRepresentation in(Series series, PriorityRepresentation priority) {
        return series == null
                ? priority
                : priority.in(series, deliberations.find(series, priority.code()).orElse(null),
                        texts.listLatest(series, priority.code()));
    }
}
