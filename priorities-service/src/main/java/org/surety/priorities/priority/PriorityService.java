package org.surety.priorities.priority;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PriorityCode;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Versions;
import org.surety.kit.log.ChangeLog;

/** The use cases of priorities, each one transaction. */
@ApplicationScoped
public class PriorityService {

    private final PriorityRepository priorities;
    private final ChangeLog log;
    private final Today today;

    PriorityService(PriorityRepository priorities, ChangeLog log, Today today) {
        this.priorities = priorities;
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

    @Transactional
    PriorityRepresentation require(PriorityCode code) {
        return PriorityRepresentation.from(priorities.require(code));
    }

    /** The five, in the order in which the coalition names them; for other features too. */
    @Transactional
    public List<PriorityRepresentation> listFive() {
        return priorities.listFive().stream().map(PriorityRepresentation::from).toList();
    }
}
