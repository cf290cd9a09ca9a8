package org.surety.commitments.commitment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.party.PartyReference;
import org.surety.commitments.party.PartyReferences;
import org.surety.commitments.requirement.RequirementReference;
import org.surety.commitments.requirement.RequirementReferences;
import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.Series;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.Violations;

/** The use cases of commitments, each one transaction. An editor writes for the own party and for no other. */
@ApplicationScoped
public class CommitmentService {

    private final CommitmentRepository commitments;
    private final PartyReferences parties;
    private final RequirementReferences requirements;
    private final ChangeLog log;
    private final Audiences audiences;
    private final CurrentActor actor;
    private final Paging paging;
    private final Today today;

    CommitmentService(CommitmentRepository commitments, PartyReferences parties, RequirementReferences requirements, ChangeLog log,
            Audiences audiences, CurrentActor actor, Paging paging, Today today) {
        this.commitments = commitments;
        this.parties = parties;
        this.requirements = requirements;
        this.log = log;
        this.audiences = audiences;
        this.actor = actor;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    CommitmentRepresentation draft(Pledge pledge) {
        pledge.check();
        PartyReference party = parties.find(pledge.party()).orElseThrow(() -> new InvalidRequest("party",
                "is not known here; a party registered a moment ago is known within seconds"));
        requireOwn(party.code());
        CommitmentDescription description = keepRules(pledge.description(), pledge.basis(), party.series());
        if (pledge.externalId() != null && commitments.hasExternalId(party.code(), pledge.externalId())) {
            throw CommitmentProblem.externalIdTaken(pledge.externalId());
        }
        Commitment commitment = Commitment.draft(UUID.randomUUID(), pledge, party.series(), description);
        commitment.showTo(audiences.intern(commitment.label()));
        commitments.persist(commitment);
        log.append(() -> CommitmentEvents.drafted(commitment, today.day()));
        return CommitmentRepresentation.from(commitment);
    }

    @Transactional
    CommitmentRepresentation amend(UUID id, long version, CommitmentDescription description) {
        Commitment commitment = requireOwn(id, version);
        List<String> changed = commitment.amend(keepRules(description, commitment.basis(), commitment.series()));
        if (!changed.isEmpty()) {
            commitment.showTo(audiences.intern(commitment.label()));
            log.append(() -> commitment.state() == State.DRAFT
                    ? CommitmentEvents.redrafted(commitment, changed, today.day())
                    : CommitmentEvents.amended(commitment, changed, today.day()));
        }
        return CommitmentRepresentation.from(commitment);
    }

    /** Makes the draft a promise. What it contributes to must still be there: the requirements may have changed since it was drafted. */
    @Transactional
    CommitmentRepresentation file(UUID id, long version) {
        Commitment commitment = requireOwn(id, version);
        commitment.file();
        keepRules(commitment.description(), commitment.basis(), commitment.series());
        commitment.showTo(audiences.intern(commitment.label()));
        log.append(() -> CommitmentEvents.filed(commitment, today.day()));
        return CommitmentRepresentation.from(commitment);
    }

    @Transactional
    CommitmentRepresentation decide(UUID id, long version, Decision decision) {
        Commitment commitment = requireOwn(id, version);
        check(decision, commitment.series());
        if (commitment.decide(decision)) {
            log.append(() -> CommitmentEvents.decided(commitment));
        }
        return CommitmentRepresentation.from(commitment);
    }

    @Transactional
    CommitmentRepresentation withdraw(UUID id, long version, Withdrawal withdrawal) {
        withdrawal.check();
        Commitment commitment = requireOwn(id, version);
        if (commitment.withdraw(withdrawal.reason(), today.day())) {
            log.append(() -> CommitmentEvents.withdrawn(commitment, today.day()));
        }
        return CommitmentRepresentation.from(commitment);
    }

    @Transactional
    void discard(UUID id, long version) {
        Commitment commitment = requireOwn(id, version);
        commitment.requireDiscardable();
        commitments.delete(commitment);
        log.append(() -> CommitmentEvents.discarded(commitment, today.day()));
    }

    @Transactional
    CommitmentRepresentation require(UUID id) {
        return CommitmentRepresentation.from(commitments.require(id));
    }

    @Transactional
    Page<CommitmentRepresentation> list(CommitmentFilter filter, Paging.Request request) {
        List<Commitment> rows = commitments.list(filter, request);
        return paging.page(request, rows, commitment -> List.of(commitment.number().toString()))
                .map(CommitmentRepresentation::inList);
    }

    private Commitment requireOwn(UUID id, long version) {
        Commitment commitment = commitments.require(id);
        requireOwn(commitment.party());
        Versions.require(version, commitment.version());
        return commitment;
    }

    private void requireOwn(String party) {
        if (!actor.require().isOf(party)) {
            throw new NotPermitted("An editor writes commitments of the own party only; this one is of " + party + ".");
        }
    }

    private CommitmentDescription keepRules(CommitmentDescription description, Basis basis, Series series) {
        Map<UUID, RequirementReference> known = requirements.find(description.contributions().stream().filter(Objects::nonNull)
                .map(Contribution::requirement).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new CommitmentRules(basis, series, known).require(description);
    }

    /** An exercise plays in its own calendar; a real decision has been taken when it is recorded. */
    private void check(Decision decision, Series series) {
        new Violations().check(decision.decidedOn() != null, "decidedOn", "must be stated")
                .check(decision.decidedOn() == null || series == Series.EXERCISE || !decision.decidedOn().isAfter(today.day()),
                        "decidedOn", "must not be in the future")
                .check(decision.decidedOn() == null || decision.effectiveOn() == null
                        || !decision.effectiveOn().isBefore(decision.decidedOn()), "effectiveOn", "must not be before decidedOn")
                .text(decision.source(), "source", CommitmentRules.MAX_TEXT).refuse();
    }
}
