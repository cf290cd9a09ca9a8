package org.surety.priorities.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.problem.NotPermitted;

/** The use cases of obligations, each one transaction. */
@ApplicationScoped
class ObligationService {

    private final ObligationRepository obligations;
    private final CurrentActor actor;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    ObligationService(ObligationRepository obligations, CurrentActor actor, ChangeLog log, Audiences audiences, Paging paging,
            Today today) {
        this.obligations = obligations;
        this.actor = actor;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    ObligationRepresentation require(UUID id, LocalDate asOf) {
        LocalDate day = dayOf(asOf);
        return ObligationRepresentation.from(obligations.require(id, day), day);
    }

    @Transactional
    Page<ObligationRepresentation> list(ObligationFilter filter, Paging.Request request) {
        LocalDate day = dayOf(filter.asOf());
        Page<Call> page = paging.page(request, obligations.list(filter, day, request),
                call -> List.of(call.wakesOn().toString(), call.id().toString()));
        return page.map(call -> ObligationRepresentation.from(call, day));
    }

    /** What a party says first makes the record, so that it needs no version. */
    @Transactional
    ObligationRepresentation take(UUID id, ObligationStep step, String ifMatch, ObligationAct act) {
        Call call = obligations.require(id, today.day());
        if (!actor.require().isOf(call.party())) {
            throw new NotPermitted("An editor of " + call.party() + " may do this.");
        }
        LocalDate day = act.checked(call.series(), today.day());
        Optional<Obligation> said = obligations.findByIdOptional(id);
        if (said.isPresent()) {
            Versions.require(Versions.named(ifMatch), said.get().version());
        }
        Label label = narrower(call);
        Obligation obligation = said.orElseGet(() -> Obligation.of(call));
        List<String> changed = obligation.take(step, day, audiences.intern(label));
        if (said.isEmpty()) {
            obligations.persist(obligation);
        }
        if (!changed.isEmpty()) {
            log.append(() -> ObligationEvents.of(step, obligation, label, changed, day));
        }
        return require(id, null);
    }

    /** Who may know of it may know of the situation and of the promise: one of the two labels is inside the other. */
    private Label narrower(Call call) {
        Map<Integer, Label> labels = audiences.labels(List.of(call.situationAudience(), call.commitmentAudience()));
        Label situation = labels.get(call.situationAudience());
        Label commitment = labels.get(call.commitmentAudience());
        return situation.covers(commitment) ? commitment : situation;
    }

    private LocalDate dayOf(LocalDate asOf) {
        return asOf == null ? today.day() : asOf;
    }
}
