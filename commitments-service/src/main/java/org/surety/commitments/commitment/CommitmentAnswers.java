package org.surety.commitments.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.act.Act;
import org.surety.commitments.approval.Approvals;
import org.surety.commitments.authority.AuthorityReferences;
import org.surety.commitments.condition.Grounds;
import org.surety.commitments.delivery.DeliverySummary;
import org.surety.commitments.delivery.DeliveryUpkeep;
import org.surety.commitments.instrument.InstrumentReferences;
import org.surety.commitments.readiness.Readiness;
import org.surety.commitments.readiness.ReadinessStatement;
import org.surety.commitments.readiness.StatementRepresentation;
import org.surety.commitments.requirement.RequirementReferences;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.problem.RecordNotFound;

/**
 * Commitments as they are answered to a viewer: a reference to a record that is not released to the viewer is undisclosed. A party sees
 * all that its own commitments name.
 */
@ApplicationScoped
class CommitmentAnswers {

    private final CommitmentRepository repository;
    private final AuthorityReferences references;
    private final DeliveryUpkeep deliveries;
    private final InstrumentReferences instruments;
    private final Grounds grounds;
    private final Approvals approvals;
    private final RequirementReferences requirements;
    private final CurrentActor actor;
    private final Today today;

    CommitmentAnswers(CommitmentRepository repository, AuthorityReferences references, DeliveryUpkeep deliveries,
            InstrumentReferences instruments, Grounds grounds,
            Approvals approvals, RequirementReferences requirements,
            CurrentActor actor, Today today) {
        this.repository = repository;
        this.references = references;
        this.deliveries = deliveries;
        this.instruments = instruments;
        this.grounds = grounds;
        this.approvals = approvals;
        this.requirements = requirements;
        this.actor = actor;
        this.today = today;
    }

    /** As of a day, null: as it stands; as known at an instant, null: now. What was not filed by then is not there. */
    CommitmentRepresentation of(Commitment commitment, LocalDate day, Instant knownAt) {
        CommitmentRepresentation answer = CommitmentRepresentation.from(commitment,
                visible(commitment, visible(List.of(commitment))));
        DeliverySummary delivered = commitment.state() == State.DRAFT
                ? null
                : deliveries.summary(commitment.promise(), day, knownAt);
        return on(day, commitment, answer).orElseThrow(RecordNotFound::new).with(readiness(commitment, day), delivered);
    }

    private Readiness readiness(Commitment commitment, LocalDate day) {
        return Readiness.on(commitment.readiness(), day == null ? today.day() : day);
    }

    List<StatementRepresentation> readinessOf(Commitment commitment) {
        Predicate<UUID> visible = visible(commitment, visible(List.of(commitment)));
        return commitment.readiness().stream().map(said -> StatementRepresentation.of(said, visible)).toList();
    }

    private static Optional<CommitmentRepresentation> on(LocalDate day, Commitment commitment, CommitmentRepresentation answer) {
        return day == null ? Optional.of(answer) : commitment.stateOn(day).map(state -> answer.on(day, state));
    }

    CommitmentRepresentation of(Commitment commitment) {
        return of(commitment, null, null);
    }

    /** As of a day on which all of them were there; null: as they stand. */
    List<CommitmentRepresentation> inList(List<Commitment> commitments, LocalDate day) {
        Set<UUID> visible = visible(commitments);
        return commitments.stream()
                .map(one -> on(day, one, CommitmentRepresentation.inList(one, visible(one, visible))).orElseThrow()
                        .with(readiness(one, day), null))
                .toList();
    }

    /** As they stand, by id. */
    Map<UUID, CommitmentRepresentation> byId(Collection<Commitment> commitments) {
        Set<UUID> visible = visible(commitments);
        return commitments.stream().collect(Collectors.toMap(Commitment::id,
                one -> CommitmentRepresentation.inList(one, visible(one, visible))));
    }

    private Set<UUID> visible(Collection<Commitment> commitments) {
        List<Commitment> others = commitments.stream().filter(commitment -> !isOwn(commitment)).toList();
        Set<UUID> visible = new HashSet<>(references.visible(Stream.concat(others.stream().flatMap(CommitmentAnswers::references),
                commitments.stream().flatMap(commitment -> foreign(commitment).stream())).collect(Collectors.toSet())));
        visible.addAll(instruments.visible(others.stream().map(Commitment::instrument).filter(Objects::nonNull)
                .collect(Collectors.toSet())));
        visible.addAll(approvals.visible(others.stream().flatMap(commitment -> commitment.approvals().stream()).toList()));
        visible.addAll(requirements.find(others.stream().flatMap(commitment -> commitment.description().contributions().stream())
                .map(Contribution::requirement).toList()).keySet());
        visible.addAll(repository.visible(others.stream().flatMap(CommitmentAnswers::related).toList()));
        visible.addAll(grounds.visible(others.stream().flatMap(commitment -> commitment.conditions().stream()).toList()));
        return visible;
    }

    private Predicate<UUID> visible(Commitment commitment, Set<UUID> visible) {
        Set<UUID> foreign = foreign(commitment);
        return isOwn(commitment) ? id -> !foreign.contains(id) || visible.contains(id) : visible::contains;
    }

    private boolean isOwn(Commitment commitment) {
        return actor.require().isOf(commitment.party());
    }

    /** What the acts of others on their shares of it name: that is not its party's. */
    private static Set<UUID> foreign(Commitment commitment) {
        return commitment.acts().stream().filter(act -> act.party() != null)
                .flatMap(act -> Stream.concat(Stream.of(act.person()), act.verdict().grants().stream()))
                .collect(Collectors.toSet());
    }

    private static Stream<UUID> related(Commitment commitment) {
        return Stream.concat(
                Stream.concat(commitment.relations().supersedes().stream(), commitment.relations().supplements().stream()),
                commitment.acts().stream().map(Act::successor).filter(Objects::nonNull));
    }

    private static Stream<UUID> references(Commitment commitment) {
        return Stream.concat(
                Stream.concat(Stream.ofNullable(commitment.pointOfContact()),
                        commitment.readiness().stream().map(ReadinessStatement::person)),
                commitment.acts().stream().flatMap(act -> Stream.concat(Stream.of(act.person()), act.verdict().grants().stream())));
    }
}
