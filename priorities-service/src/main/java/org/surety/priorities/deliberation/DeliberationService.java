package org.surety.priorities.deliberation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.problem.Violations;
import org.surety.priorities.party.KnownParties;
import org.surety.priorities.stating.Days;

/** The use cases of deliberations, each one transaction. */
@ApplicationScoped
public class DeliberationService {

    private final DeliberationRepository steps;
    private final KnownParties parties;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    DeliberationService(DeliberationRepository steps, KnownParties parties, ChangeLog log, History history, Audiences audiences,
            Paging paging, Today today) {
        this.steps = steps;
        this.parties = parties;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    /** @param isNew whether it was noted now; the same step is not noted twice */
    record Moved(DeliberationRepresentation step, boolean isNew) {
    }

    @Transactional
    Moved move(PriorityCode priority, DeliberationStep said) {
        said.check();
        Label label = said.label().ownedBy(null, said.series());
        parties.require(said.leads() == null ? List.of() : said.leads(), said.series(), "leads");
        steps.hold(priority);
        LocalDate day = said.from() == null ? today.day() : said.from();
        Deliberation holding = steps.holding(said.series(), priority, day).orElse(null);
        Deliberation step = Deliberation.move(priority, said, day, holding, audiences.intern(label));
        if (holding != null && holding.says(step)) {
            return new Moved(represent(holding, null), false);
        }
        steps.persist(step);
        log.append(() -> DeliberationEvents.moved(step, label));
        return new Moved(DeliberationRepresentation.of(step, holding, label), true);
    }

    @Transactional
    DeliberationRepresentation require(PriorityCode priority, UUID id) {
        return represent(steps.require(priority, id), null);
    }

    /** The step of a priority that holds today, as far as the viewer may see; for other features too. */
    @Transactional
    public Optional<DeliberationRepresentation> find(Series series, PriorityCode priority) {
        return steps.holding(series, priority, today.day()).map(step -> represent(step, null));
    }

    /**
     * The steps of a priority by their days.
     *
     * @param asOf those that hold by then; null: those to come too
     * @param knownAt null: now
     */
    @Transactional
    Page<DeliberationRepresentation> list(PriorityCode priority, Series series, LocalDate asOf, Instant knownAt,
            Paging.Request request) {
        Violations violations = new Violations().check(series != null, "series", "must be one of " + List.of(Series.values()));
        Days.check(violations, asOf, "asOf").refuse();
        history.requireKnown(knownAt);
        Page<Deliberation> page = paging.page(request, steps.list(series, priority, asOf, knownAt, request),
                step -> List.of(step.from().toString(), step.number().toString()));
        Map<Integer, Label> labels = audiences.labels(page.items().stream().map(Deliberation::audience).distinct().toList());
        List<DeliberationRepresentation> shown = new ArrayList<>();
        Deliberation before = page.items().isEmpty() ? null : steps.before(page.items().get(0), knownAt).orElse(null);
        for (Deliberation step : page.items()) {
            shown.add(DeliberationRepresentation.of(step, before, labels.get(step.audience())));
            before = step;
        }
        return new Page<>(shown, page.next());
    }

    private DeliberationRepresentation represent(Deliberation step, Instant knownAt) {
        return DeliberationRepresentation.of(step, steps.before(step, knownAt).orElse(null),
                audiences.labels(List.of(step.audience())).get(step.audience()));
    }
}
