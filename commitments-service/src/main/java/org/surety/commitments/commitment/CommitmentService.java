package org.surety.commitments.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.approval.Approvals;
import org.surety.commitments.authority.AuthorityReferences;
import org.surety.commitments.authority.Judge;
import org.surety.commitments.condition.Condition;
import org.surety.commitments.condition.Grounds;
import org.surety.commitments.delivery.DeliveryUpkeep;
import org.surety.commitments.delivery.Promise;
import org.surety.commitments.instrument.InstrumentReference;
import org.surety.commitments.instrument.InstrumentReferences;
import org.surety.commitments.party.PartyReference;
import org.surety.commitments.party.PartyReferences;
import org.surety.commitments.readiness.StatementRepresentation;
import org.surety.commitments.requirement.RequirementReference;
import org.surety.commitments.requirement.RequirementReferences;
import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.Relations;
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
import org.surety.kit.log.Reason;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.Violations;

/** The use cases of commitments, each one transaction. An editor writes for the own party and for no other. */
@ApplicationScoped
public class CommitmentService {

    private final CommitmentRepository commitments;
    private final PartyReferences parties;
    private final RequirementReferences requirements;
    private final Approvals approvals;
    private final InstrumentReferences instruments;
    private final Grounds grounds;
    private final AuthorityReferences references;
    private final Judge judge;
    private final CommitmentAnswers answers;
    private final DeliveryUpkeep deliveries;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final CurrentActor actor;
    private final Paging paging;
    private final Today today;

    CommitmentService(CommitmentRepository commitments, PartyReferences parties, RequirementReferences requirements,
            Approvals approvals, InstrumentReferences instruments, Grounds grounds, AuthorityReferences references, Judge judge,
            CommitmentAnswers answers, DeliveryUpkeep deliveries, ChangeLog log,
            History history,
            Audiences audiences,
            CurrentActor actor, Paging paging, Today today) {
        this.commitments = commitments;
        this.parties = parties;
        this.requirements = requirements;
        this.approvals = approvals;
        this.instruments = instruments;
        this.grounds = grounds;
        this.references = references;
        this.judge = judge;
        this.answers = answers;
        this.deliveries = deliveries;
        this.log = log;
        this.history = history;
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
        CommitmentDescription description = keepRules(null, pledge.description(), party.code(), pledge.basis(), party.series(),
                null, List.of());
        if (pledge.externalId() != null && commitments.hasExternalId(party.code(), pledge.externalId())) {
            throw CommitmentProblem.externalIdTaken(pledge.externalId());
        }
        Commitment commitment = Commitment.draft(UUID.randomUUID(), pledge, party.series(), description);
        commitment.showBy(audiences::intern);
        commitments.persist(commitment);
        log.append(() -> CommitmentEvents.drafted(commitment, today.day()));
        return answers.of(commitment);
    }

    @Transactional
    CommitmentRepresentation amend(UUID id, long version, CommitmentDescription description, Reason reason) {
        Commitment commitment = requireOwn(id, version);
        List<String> changed = commitment.amend(keepRules(description, commitment));
        if (!changed.isEmpty()) {
            requireReleased(commitment);
            commitment.showBy(audiences::intern);
            log.append(() -> commitment.state() == State.DRAFT
                    ? CommitmentEvents.redrafted(commitment, changed, reason, today.day())
                    : CommitmentEvents.amended(commitment, changed, reason, today.day()));
            if (commitment.state() != State.DRAFT) {
                deliveries.follow(commitment.promise(), changed.contains("label"), changed.contains("amountsLabel"));
            }
        }
        return answers.of(commitment);
    }

    @Transactional
    CommitmentRepresentation decide(UUID id, long version, Decision decision) {
        Commitment commitment = requireOwn(id, version);
        check(decision, commitment.series());
        if (commitment.decide(decision)) {
            log.append(() -> CommitmentEvents.decided(commitment));
        }
        return answers.of(commitment);
    }

    @Transactional
    void discard(UUID id, long version) {
        Commitment commitment = requireOwn(id, version);
        commitment.requireDiscardable();
        commitments.delete(commitment);
        log.append(() -> CommitmentEvents.discarded(commitment, today.day()));
    }

    @Transactional
    CommitmentRepresentation require(UUID id, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        return answers.of(known(id, knownAt), asOf, knownAt);
    }

    private Commitment known(UUID id, Instant knownAt) {
        return knownAt == null ? commitments.requireShown(id) : commitments.requireKnown(id, knownAt);
    }

    @Transactional
    public List<StatementRepresentation> readinessStatements(UUID id, Instant knownAt) {
        history.requireKnown(knownAt);
        return answers.readinessOf(known(id, knownAt));
    }

    @Transactional
    Quality quality(UUID id) {
        return Quality.of(commitments.requireShown(id), today.day());
    }

    /** Refuses a commitment that the viewer does not see. */
    @Transactional
    public void requireVisible(UUID id) {
        commitments.require(id);
    }

    /**
     * What is promised, held to the end of the transaction so that nobody changes it meanwhile; refuses a commitment of another party, and
     * one of which nothing can be delivered.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Promise requireDeliverable(UUID id) {
        Commitment commitment = commitments.requireHeld(id);
        requireOwn(commitment.party());
        commitment.requireDeliverable();
        return commitment.promise();
    }

    /** What is or was promised, held to the end of the transaction so that nobody changes it meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Promise holdPromise(UUID id) {
        return commitments.requireHeld(id).promise();
    }

    @Transactional
    Page<CommitmentRepresentation> list(CommitmentFilter filter, Paging.Request request) {
        filter.check();
        history.requireKnown(filter.knownAt());
        List<Commitment> rows = commitments.list(filter, filter.asOf() == null ? today.day() : filter.asOf(), request);
        Page<Commitment> page = paging.page(request, rows, commitment -> List.of(commitment.number().toString()));
        return new Page<>(answers.inList(page.items(), filter.asOf()), page.next());
    }

    /**
     * A part of a list that is read from its beginning to its end.
     *
     * @param last the place of the last of them, behind which the next part begins
     */
    public record Part(List<CommitmentRepresentation> items, long last) {
    }

    /** The commitments behind a place, as {@link #list} shows them; none at the end. */
    @Transactional
    public Part part(CommitmentFilter filter, long after, int limit) {
        filter.check();
        history.requireKnown(filter.knownAt());
        List<Commitment> rows = commitments.list(filter, filter.asOf() == null ? today.day() : filter.asOf(),
                new Paging.Request(List.of(Long.toString(after)), limit));
        return new Part(answers.inList(rows, filter.asOf()), rows.isEmpty() ? after : rows.get(rows.size() - 1).number());
    }

    Commitment requireOwn(UUID id, long version) {
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

    /** The description with its contributions in the units of their requirements, as a later state of the commitment. */
    CommitmentDescription keepRules(CommitmentDescription description, Commitment commitment) {
        return keepRules(commitment.id(), description, commitment.party(), commitment.basis(), commitment.series(),
                commitment.state() == State.DRAFT ? null : commitment.relations(), commitment.shares());
    }

    private CommitmentDescription keepRules(UUID id, CommitmentDescription description, String party, Basis basis,
            Series series, Relations settled, List<Share> shares) {
        Map<UUID, RequirementReference> known = requirements.find(description.contributions().stream().filter(Objects::nonNull)
                .map(Contribution::requirement).filter(Objects::nonNull).collect(Collectors.toSet()));
        CommitmentDescription kept = new CommitmentRules(party, basis, series, known,
                approvals.find(description.approvals().stream().filter(Objects::nonNull).toList())).require(description);
        if (kept.relations() != null || settled != null) {
            new RelationRules(id, party, basis, series, settled, commitments.related(named(kept.relations()))).require(kept);
        }
        requireShares(kept, party, basis, series, shares);
        requireGrounds(id, kept, party, basis, series);
        if (kept.pointOfContact() != null) {
            judge.requireOf(party, kept.pointOfContact(), "pointOfContact");
        }
        return kept;
    }

    /** Who acts on a commitment of another party is answered all of it, and has to see, today, how much it is. */
    void requireAmountsSeen(Commitment commitment, String party) {
        if (!deliveries.sees(party, commitment.promise().amounts())) {
            throw new NotPermitted("How much is promised is not released to " + party + " any more.");
        }
    }

    /** @param before the shares as they stand */
    void requireShares(CommitmentDescription kept, String party, Basis basis, Series series, List<Share> before) {
        if (!kept.shares().isEmpty() || !before.isEmpty()) {
            Map<String, PartyReference> known = parties.find(kept.shares().stream().filter(Objects::nonNull)
                    .map(Share.Described::party).filter(Objects::nonNull).toList());
            new ShareRules(party, basis, series, known, deliveries::sees, before).require(kept);
        }
    }

    private static List<UUID> named(Relations relations) {
        return relations == null
                ? List.of()
                : Stream.concat(relations.supersedes().stream(), relations.supplements().stream()).filter(Objects::nonNull)
                        .toList();
    }

    /** What it is made under and what it waits for must be there, and it may not be seen by who may not see them. */
    void requireGrounds(UUID id, CommitmentDescription kept, String party, Basis basis, Series series) {
        if (!kept.caveats().isEmpty() || !kept.conditions().isEmpty()) {
            new ReservationRules(id, party, basis, series, grounds.of(kept.conditions()), known(kept.conditions())).require(kept);
        }
        requireInstrument(kept, party, series);
    }

    /** A commitment shows under which text it is made, so it may not be seen by who may not see that one. */
    private void requireInstrument(CommitmentDescription description, String party, Series series) {
        if (description.instrument() == null) {
            return;
        }
        InstrumentReference instrument = instruments.find(description.instrument())
                .orElseThrow(() -> new InvalidRequest("instrument", "must be the id of an instrument"));
        if (instrument.series() != series) {
            throw new InvalidRequest("instrument", "is of the series " + instrument.series() + ", the party is of " + series);
        }
        if (!instrument.label().covers(description.label().ownedBy(party, series))) {
            throw CommitmentProblem.tooWideForInstrument(instrument.id(), instrument.label());
        }
    }

    /** The parties that conditions name, as far as they are known here. */
    private Set<String> known(List<Condition> conditions) {
        return parties.find(conditions.stream().filter(Objects::nonNull).map(Condition::party).filter(Objects::nonNull).toList())
                .keySet();
    }

    /** What was judged of its acts is shown with it, so it may not be seen by who may not see what that rests on. */
    private void requireReleased(Commitment commitment) {
        requireReleased(commitment, commitment.filingLabel());
    }

    void requireReleased(Commitment commitment, Label label) {
        references.labelsOfGrants(commitment.acts().stream().flatMap(act -> act.verdict().grants().stream()).toList()).stream()
                .filter(grant -> !grant.covers(label)).findFirst().ifPresent(grant -> {
                    throw CommitmentProblem.tooWideForGrant(grant);
                });
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
