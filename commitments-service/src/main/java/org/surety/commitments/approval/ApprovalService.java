package org.surety.commitments.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.party.PartyReference;
import org.surety.commitments.party.PartyReferences;
import org.surety.contracts.ApprovalKind;
import org.surety.contracts.Series;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.NotPermitted;

/** The use cases of approvals, each one transaction. An editor writes those of the own party. */
@ApplicationScoped
class ApprovalService {

    private static final int MAX_EXPIRES_WITHIN = 3650;

    private final ApprovalRepository approvals;
    private final Needs needs;
    private final PartyReferences parties;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final CurrentActor actor;
    private final Paging paging;
    private final Today today;

    ApprovalService(ApprovalRepository approvals, Needs needs, PartyReferences parties, ChangeLog log, History history,
            Audiences audiences, CurrentActor actor, Paging paging, Today today) {
        this.approvals = approvals;
        this.needs = needs;
        this.parties = parties;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.actor = actor;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    ApprovalRepresentation record(NewApproval said) {
        said.check();
        PartyReference party = known(said.party(), "party");
        requireOwn(party.code());
        ApprovalDescription description = said.description();
        check(description, party.code(), party.series());
        Approval approval = Approval.record(UUID.randomUUID(), party.code(), party.series(), description);
        approval.showTo(audiences.intern(approval.label()));
        approvals.persist(approval);
        log.append(() -> ApprovalEvents.recorded(approval, today.day()));
        return ApprovalRepresentation.of(approval);
    }

    @Transactional
    ApprovalRepresentation amend(UUID id, long version, ApprovalDescription description) {
        Approval approval = requireOwn(id, version);
        check(description, approval.party(), approval.series());
        List<String> changed = approval.amend(description);
        if (!changed.isEmpty()) {
            approval.showTo(audiences.intern(approval.label()));
            log.append(() -> ApprovalEvents.amended(approval, changed, today.day()));
        }
        return ApprovalRepresentation.of(approval);
    }

    @Transactional
    ApprovalRepresentation move(UUID id, long version, StepRequest said) {
        Approval approval = requireOwn(id, version);
        said.check(approval.series(), today.day());
        Step step = said.on(today.day());
        if (approval.take(step, said.correctsLast())) {
            log.append(() -> ApprovalEvents.moved(approval, step, said.correctsLast()));
        }
        return ApprovalRepresentation.of(approval);
    }

    /** With its standing where a day is asked for. */
    @Transactional
    ApprovalRepresentation require(UUID id, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        Approval approval = knownAt == null ? approvals.require(id) : approvals.requireKnown(id, knownAt);
        return asOf == null
                ? ApprovalRepresentation.of(approval)
                : standing(approval, asOf, needs.of(List.of(id)));
    }

    @Transactional
    Page<ApprovalRepresentation> list(ApprovalFilter filter, Paging.Request request) {
        history.requireKnown(filter.knownAt());
        if (filter.expiresWithin() != null && (filter.expiresWithin() < 1 || filter.expiresWithin() > MAX_EXPIRES_WITHIN)) {
            throw new InvalidRequest("expiresWithin", "must be from 1 to " + MAX_EXPIRES_WITHIN);
        }
        LocalDate day = filter.asOf() == null ? today.day() : filter.asOf();
        Page<Approval> page = paging.page(request, approvals.list(filter, day, request),
                approval -> List.of(approval.number().toString()));
        Map<UUID, Blocked> blocked = needs.of(page.items().stream().map(Approval::id).toList());
        return new Page<>(page.items().stream().map(approval -> standing(approval, day, blocked)).toList(), page.next());
    }

    /** Approvals with their standing today, for a calendar. */
    @Transactional
    Page<ApprovalCalendar.Entry> calendar(ApprovalFilter filter, Paging.Request request) {
        Page<ApprovalRepresentation> page = list(filter, request);
        Map<UUID, Instant> recorded = approvals.recordedTimes(page.items().stream().map(ApprovalRepresentation::id).toList());
        return page.map(approval -> new ApprovalCalendar.Entry(approval, recorded.get(approval.id())));
    }

    /** Where a commitment stands as to the approvals that it needs. */
    @Transactional
    ApprovalAxis axis(UUID commitment, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        LocalDate day = asOf == null ? today.day() : asOf;
        List<UUID> named = needs.named(commitment, knownAt);
        List<Approval> found = knownAt == null || named.isEmpty() ? approvals.find(named) : approvals.findKnown(named, knownAt);
        Map<UUID, Blocked> blocked = needs.of(named);
        return ApprovalAxis.of(commitment, day, found.stream().map(approval -> standing(approval, day, blocked)).toList(),
                named.size() - found.size());
    }

    private static ApprovalRepresentation standing(Approval approval, LocalDate day, Map<UUID, Blocked> blocked) {
        return ApprovalRepresentation.of(approval,
                Standing.of(approval, day, blocked.getOrDefault(approval.id(), Blocked.NONE)));
    }

    private void check(ApprovalDescription description, String party, Series series) {
        description.check();
        if (known(description.bodyOf(), "bodyOf").series() != series) {
            throw new InvalidRequest("bodyOf", "must be a party of the same series");
        }
        if (description.kind() == ApprovalKind.HOST_CONSENT && !description.bodyOf().equals(party)) {
            throw new InvalidRequest("bodyOf", "must be the own party: a host alone records its consent");
        }
    }

    private PartyReference known(String code, String field) {
        return parties.find(code).orElseThrow(() -> new InvalidRequest(field,
                "is not known here; a party registered a moment ago is known within seconds"));
    }

    private Approval requireOwn(UUID id, long version) {
        Approval approval = approvals.require(id);
        requireOwn(approval.party());
        Versions.require(version, approval.version());
        return approval;
    }

    private void requireOwn(String party) {
        if (!actor.require().isOf(party)) {
            throw new NotPermitted("An editor writes approvals of the own party only; this one is of " + party + ".");
        }
    }
}
