package org.surety.priorities.scenario;

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

/** The use cases of scenarios, each one transaction. */
@ApplicationScoped
class ScenarioService {

    private final ScenarioRepository scenarios;
    private final ScenarioAuthors authors;
    private final StepRecords records;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    ScenarioService(ScenarioRepository scenarios, ScenarioAuthors authors, StepRecords records, ChangeLog log,
            Audiences audiences, Paging paging, Today today) {
        this.scenarios = scenarios;
        this.authors = authors;
        this.records = records;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    ScenarioRepresentation draw(ScenarioDescription said) {
        String owner = authors.owner(said.party());
        said.checkNew(owner);
        authors.require(owner);
        Series series = owner == null ? said.series() : Series.ofParty(owner);
        Label label = said.label().ownedBy(owner, series);
        records.require(said.steps(), series);
        Scenario scenario = Scenario.draw(owner, series, said, audiences.intern(label));
        scenarios.persist(scenario);
        log.append(() -> ScenarioEvents.drawn(scenario, label, today.day()));
        return represent(scenario, label);
    }

    @Transactional
    ScenarioRepresentation redraw(UUID id, long version, ScenarioDescription said) {
        Scenario scenario = scenarios.require(id);
        authors.require(scenario.party());
        Versions.require(version, scenario.version());
        said.checkOf(scenario);
        Label label = said.label().ownedBy(scenario.party(), scenario.series());
        if (!said.steps().equals(scenario.steps())) {
            // What stands already may name what is there no more.
            records.require(said.steps(), scenario.series());
        }
        List<String> changed = scenario.redraw(said, audiences.intern(label));
        if (!changed.isEmpty()) {
            log.append(() -> ScenarioEvents.redrawn(scenario, label, changed, today.day()));
        }
        return represent(scenario, label);
    }

    @Transactional
    void delete(UUID id, long version) {
        Scenario scenario = scenarios.require(id);
        authors.require(scenario.party());
        Versions.require(version, scenario.version());
        Label label = labels(List.of(scenario)).get(scenario.audience());
        scenarios.delete(scenario);
        log.append(() -> ScenarioEvents.deleted(scenario, label, today.day()));
    }

    @Transactional
    ScenarioRepresentation require(UUID id) {
        Scenario scenario = scenarios.require(id);
        return represent(scenario, labels(List.of(scenario)).get(scenario.audience()));
    }

    @Transactional
    Page<ScenarioRepresentation> list(ScenarioFilter filter, Paging.Request request) {
        Page<Scenario> page = paging.page(request, scenarios.list(filter, request),
                scenario -> List.of(scenario.number().toString()));
        Map<Integer, Label> labels = labels(page.items());
        return page.map(scenario -> represent(scenario, labels.get(scenario.audience())));
    }

    private ScenarioRepresentation represent(Scenario scenario, Label label) {
        return ScenarioRepresentation.of(scenario, label, records.of(scenario.steps(), scenario.series()));
    }

    private Map<Integer, Label> labels(List<Scenario> rows) {
        return audiences.labels(rows.stream().map(Scenario::audience).distinct().toList());
    }
}
