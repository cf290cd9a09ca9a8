package org.surety.commitments.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.authority.AuthorityReferences;
import org.surety.commitments.authority.Judge;
import org.surety.commitments.commitment.CommitmentService;
import org.surety.commitments.party.PartyReference;
import org.surety.commitments.party.PartyReferences;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.log.NewChange;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.RecordNotFound;
import org.surety.kit.problem.Violations;

/**
 * The use cases of deliveries, each one transaction. An editor of the giver states, moves, corrects and withdraws; an editor of the recipient
 * says what it received; nobody writes the other's claim.
 */
@ApplicationScoped
public class DeliveryService {

    /** All of them are read with their commitment, and follow its label in one transaction: one a month for 40 years. */
    static final int MAX_DELIVERIES = 500;

    private final DeliveryRepository deliveries;
    private final DeliveryUpkeep upkeep;
    private final CommitmentService commitments;
    private final PartyReferences parties;
    private final AuthorityReferences references;
    private final Judge judge;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final CurrentActor actor;
    private final Paging paging;
    private final Today today;

    DeliveryService(DeliveryRepository deliveries, DeliveryUpkeep upkeep, CommitmentService commitments, PartyReferences parties,
            AuthorityReferences references, Judge judge, ChangeLog log, History history, Audiences audiences, CurrentActor actor,
            Paging paging, Today today) {
        this.deliveries = deliveries;
        this.upkeep = upkeep;
        this.commitments = commitments;
        this.parties = parties;
        this.references = references;
        this.judge = judge;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.actor = actor;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    DeliveryRepresentation state(UUID commitment, DeliveryStatement said) {
        Promise promise = commitments.requireDeliverable(commitment);
        List<Delivery> all = deliveries.of(commitment);
        List<Delivery> standing = all.stream().filter(Delivery::stands).toList();
        recipient(said.recipient(), promise, new DeliveryRules(promise, standing, today.day()).check(said)).refuse();
        if (all.size() >= MAX_DELIVERIES) {
            throw DeliveryProblem.tooMany(MAX_DELIVERIES);
        }
        Delivery delivery = Delivery.stated(promise, said, today.day());
        delivery.showTo(audiences.intern(promise.label()));
        deliveries.persist(delivery);
        log.append(() -> DeliveryEvents.stated(delivery, promise.label()));
        return answer(delivery, null);
    }

    @Transactional
    DeliveryRepresentation move(UUID id, long version, Movement to) {
        Delivery delivery = requireGiven(id, version);
        DeliveryRules.check(to, delivery, today.day()).refuse();
        return changed(delivery, delivery.move(to, today.day()), () -> DeliveryEvents.moved(delivery, label(delivery)));
    }

    @Transactional
    DeliveryRepresentation correct(UUID id, long version, DeliveryCorrection said) {
        Delivery delivery = requireGiven(id, version);
        Promise promise = commitments.holdPromise(delivery.commitment());
        List<Delivery> others = deliveries.of(delivery.commitment()).stream()
                .filter(one -> one.stands() && !one.id().equals(id)).toList();
        new DeliveryRules(promise, others, today.day()).check(said, delivery).refuse();
        List<String> changed = delivery.correct(said);
        return changed(delivery, !changed.isEmpty(), () -> DeliveryEvents.corrected(delivery, label(delivery), changed));
    }

    @Transactional
    DeliveryRepresentation withdraw(UUID id, long version, DeliveryWithdrawal said) {
        Delivery delivery = requireGiven(id, version);
        new Violations().text(said.reason(), "reason", Violations.MAX_TEXT).refuse();
        return changed(delivery, delivery.withdraw(said.reason(), today.day()),
                () -> DeliveryEvents.withdrawn(delivery, label(delivery)));
    }

    /** What the recipient says; it may say so again, and what it said before stays in the history. */
    @Transactional
    DeliveryRepresentation confirm(UUID id, long version, Receipt said) {
        Delivery delivery = deliveries.require(id);
        if (!actor.require().isOf(delivery.recipient())) {
            throw new NotPermitted("An editor of the recipient says what was received; this delivery is to "
                    + delivery.recipient() + ".");
        }
        if (!upkeep.sees(delivery.recipient(), commitments.holdPromise(delivery.commitment()).amounts())) {
            throw new NotPermitted("How much is promised is not released to " + delivery.recipient() + " any more.");
        }
        Versions.require(version, delivery.version());
        DeliveryRules.check(said, delivery, today.day()).refuse();
        if (said.person() != null) {
            judge.requireOf(delivery.recipient(), said.person(), "person");
        }
        boolean anew = delivery.claim() != null;
        return changed(delivery, delivery.confirm(said.claim(today.day())),
                () -> DeliveryEvents.confirmed(delivery, label(delivery), anew));
    }

    /** As of a day, null: as it stands; and as known at an instant, null: now. What had reached no stage by then is not there. */
    @Transactional
    DeliveryRepresentation require(UUID id, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        Delivery delivery = knownAt == null ? deliveries.requireShown(id) : deliveries.requireKnown(id, knownAt);
        if (delivery.stageOn(asOf).isEmpty()) {
            throw new RecordNotFound();
        }
        return answer(delivery, asOf);
    }

    @Transactional
    Page<DeliveryRepresentation> list(DeliveryFilter filter, Paging.Request request) {
        history.requireKnown(filter.knownAt());
        Page<Delivery> page = paging.page(request, deliveries.list(filter, request),
                delivery -> List.of(delivery.number().toString()));
        Map<Integer, Label> labels = audiences.labels(page.items().stream().map(Delivery::audience).toList());
        Set<UUID> visible = visible(page.items());
        return page.map(delivery -> answer(delivery, filter.asOf(), labels.get(delivery.audience()), visible));
    }

    /** The same of one commitment, which the viewer sees. */
    @Transactional
    Page<DeliveryRepresentation> list(UUID commitment, DeliveryFilter filter, Paging.Request request) {
        if (filter.commitment() != null) {
            throw new InvalidRequest("commitment", "is the one of the path");
        }
        commitments.requireVisible(commitment);
        return list(filter.of(commitment), request);
    }

    private Delivery requireGiven(UUID id, long version) {
        Delivery delivery = deliveries.require(id);
        if (!actor.require().isOf(delivery.party())) {
            throw new NotPermitted("An editor writes deliveries of the own party only; this one is of " + delivery.party() + ".");
        }
        Versions.require(version, delivery.version());
        return delivery;
    }

    private Violations recipient(String code, Promise promise, Violations violations) {
        PartyReference recipient = code == null ? null : parties.find(code).orElse(null);
        violations.check(recipient != null, "recipient",
                code == null
                        ? "must be stated: the code of a party"
                        : "is not known here; a party registered a moment ago is known within seconds");
        if (recipient != null) {
            violations.check(!code.equals(promise.party()), "recipient", "must be another party")
                    .check(recipient.series() == promise.series(), "recipient",
                            "is of the series " + recipient.series() + ", the commitment is of " + promise.series())
                    .check(upkeep.sees(code, promise.label()), "recipient",
                            "does not see the commitment, which is released as " + promise.label().release())
                    .check(upkeep.sees(code, promise.amounts()), "recipient",
                            "does not see how much is promised, which is released as " + promise.amounts().release());
        }
        return violations;
    }

    private DeliveryRepresentation changed(Delivery delivery, boolean changed, Supplier<NewChange> change) {
        if (changed) {
            log.append(change);
        }
        return answer(delivery, null);
    }

    private DeliveryRepresentation answer(Delivery delivery, LocalDate day) {
        return answer(delivery, day, label(delivery), visible(List.of(delivery)));
    }

    /** A party sees whom its own claims name. */
    private DeliveryRepresentation answer(Delivery delivery, LocalDate day, Label label, Set<UUID> visible) {
        boolean own = actor.require().isOf(delivery.recipient());
        return DeliveryRepresentation.of(delivery, day, label, person -> own || visible.contains(person));
    }

    private Set<UUID> visible(List<Delivery> some) {
        return references.visible(some.stream().map(Delivery::claim).filter(Objects::nonNull).map(Claim::person)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private Label label(Delivery delivery) {
        return audiences.labels(List.of(delivery.audience())).get(delivery.audience());
    }
}
