package org.surety.commitments.commitment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.approval.Approvals;
import org.surety.commitments.authority.Judge;
import org.surety.commitments.delivery.DeliveryUpkeep;
import org.surety.commitments.requirement.RequirementReference;
import org.surety.commitments.requirement.RequirementReferences;
import org.surety.contracts.Basis;
import org.surety.contracts.Series;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.label.Release;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.Problem.Violation;
import org.surety.kit.problem.Violations;

/**
 * Holds what rows of the own template state against what is there, against the rules and against the rights of the importer, who is the
 * current actor: what that one may not see does not exist here either. Who says what is there already changes nothing, whosever it is.
 *
 * <p>
 * A party's editor drafts and amends the own commitments. A coordinator records and amends what public sources say of earlier support,
 * apart from what the parties themselves recorded. No row moves an axis: that is done by acts. What was withdrawn because its import was
 * taken back may be brought again.
 */
@ApplicationScoped
public class CommitmentIntake {

    /**
     * A row to be judged.
     *
     * @param isSame whether the row says of this record what it says
     */
    public record Row(StatedCommitment stated, Predicate<CommitmentRepresentation> isSame) {
    }

    /**
     * What is to be done with a row.
     *
     * @param commitment what it is to become, or is already; null when it is refused
     * @param faults why it is refused
     */
    public record Ruling(ImportedCommitment commitment, boolean unchanged, List<Violation> faults) {

        static Ruling refused(List<Violation> faults) {
            return new Ruling(null, false, faults);
        }
    }

    private final CommitmentRepository commitments;
    private final CommitmentAnswers answers;
    private final RequirementReferences requirements;
    private final Approvals approvals;
    private final DeliveryUpkeep deliveries;
    private final CommitmentService service;
    private final Judge judge;
    private final CurrentActor actor;

    CommitmentIntake(CommitmentRepository commitments, CommitmentAnswers answers, RequirementReferences requirements,
            Approvals approvals, DeliveryUpkeep deliveries, CommitmentService service, Judge judge, CurrentActor actor) {
        this.commitments = commitments;
        this.answers = answers;
        this.requirements = requirements;
        this.approvals = approvals;
        this.deliveries = deliveries;
        this.service = service;
        this.judge = judge;
        this.actor = actor;
    }

    /**
     * The rulings on the rows, in their order.
     *
     * @param mapping under which a coordinator's records are found again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Ruling> judge(List<Row> rows, String mapping) {
        List<StatedCommitment> stated = rows.stream().map(Row::stated).toList();
        Map<UUID, Commitment> byId = commitments.find(stated.stream().map(StatedCommitment::id).filter(Objects::nonNull).toList());
        Map<String, Commitment> byKey = commitments.findByExternalId(stated.stream().filter(row -> row.id() == null).toList())
                .stream().collect(Collectors.toMap(one -> key(one.party(), one.mapping(), one.externalId()), one -> one));
        Map<UUID, RequirementReference> known = requirements.find(stated.stream()
                .flatMap(row -> row.description().contributions().stream()).map(Contribution::requirement)
                .collect(Collectors.toSet()));
        Collection<Commitment> all = distinct(byId, byKey);
        Map<UUID, CommitmentRepresentation> shown = answers.byId(all);
        Set<UUID> takenBack = commitments
                .takenBack(all.stream().filter(one -> one.state() == State.WITHDRAWN).map(Commitment::id).toList());
        Set<UUID> delivered = deliveries.delivered(all.stream().map(Commitment::id).toList());
        List<Ruling> rulings = new ArrayList<>();
        for (Row row : rows) {
            StatedCommitment said = row.stated();
            Commitment there = said.id() != null
                    ? byId.get(said.id())
                    : byKey.get(key(said.party(), namespace(said, mapping), said.externalId()));
            if (there != null && row.isSame().test(shown.get(there.id()))) {
                rulings.add(new Ruling(asItIs(said, there), true, List.of()));
            } else {
                rulings.add(judge(said, there, there != null && takenBack.contains(there.id()), mapping, known,
                        there != null && delivered.contains(there.id())));
            }
        }
        return rulings;
    }

    private static Collection<Commitment> distinct(Map<UUID, Commitment> byId, Map<String, Commitment> byKey) {
        Map<UUID, Commitment> all = new HashMap<>(byId);
        byKey.values().forEach(one -> all.put(one.id(), one));
        return all.values();
    }

    private static String key(String party, String mapping, String externalId) {
        return party + " " + (mapping == null ? "" : mapping) + " " + externalId;
    }

    /** Whose external ids these are: the party's own, or those of public sources. */
    private String namespace(StatedCommitment said, String mapping) {
        return said.mapping() != null ? said.mapping() : isOwner(said.party()) ? null : mapping;
    }

    private boolean isOwner(String party) {
        return actor.require().is(Role.EDITOR) && actor.require().isOf(party);
    }

    private static ImportedCommitment asItIs(StatedCommitment said, Commitment there) {
        return ImportedCommitment.of(said, there.id(), there.mapping(), there.state(), there.description());
    }

    private Ruling judge(StatedCommitment said, Commitment there, boolean comesBack, String own,
            Map<UUID, RequirementReference> known, boolean delivered) {
        Violations faults = new Violations();
        rights(said, there, faults);
        identity(said, there, own, faults);
        State state = comesBack ? State.FILED : state(said, there, faults);
        if (!faults.found().isEmpty()) {
            return Ruling.refused(faults.found());
        }
        try {
            CommitmentDescription kept = new CommitmentRules(said.party(), said.basis(), Series.ofParty(said.party()), known,
                    approvals.find(there == null ? List.of() : there.description().approvals())).require(described(said, there));
            service.requireGrounds(there == null ? null : there.id(), kept, said.party(), said.basis(),
                    Series.ofParty(said.party()));
            kept.label().ownedBy(said.party(), Series.ofParty(said.party()));
            if (there != null) {
                service.requireShares(kept, said.party(), said.basis(), there.series(), there.shares());
            }
            if (kept.pointOfContact() != null && !said.keepsContact()) {
                judge.requireOf(said.party(), kept.pointOfContact(), "pointOfContact");
            }
            if (there != null && !comesBack && !there.wouldChange(kept)) {
                return new Ruling(asItIs(said, there), true, List.of());
            }
            if (delivered && !kept.label().ownedBy(said.party(), there.series()).equals(there.filingLabel())) {
                return Ruling.refused(List.of(new Violation("label",
                        "is that of its deliveries too, which do not follow an import: amend the commitment instead")));
            }
            if (there != null) {
                service.requireReleased(there, kept.label().ownedBy(said.party(), there.series()));
            }
            return new Ruling(ImportedCommitment.of(said, there == null ? null : there.id(), namespace(said, own), state, kept),
                    false,
                    List.of());
        } catch (InvalidRequest e) {
            return Ruling.refused(e.violations());
        } catch (Problem e) {
            return Ruling.refused(List.of(new Violation("label", e.getDetail())));
        }
    }

    private static CommitmentDescription described(StatedCommitment said, Commitment there) {
        return there == null ? said.description() : said.description().keeping(there.description(), said.keepsContact());
    }

    private void rights(StatedCommitment said, Commitment there, Violations faults) {
        Actor importer = actor.require();
        if (isOwner(said.party())) {
            return;
        }
        boolean records = importer.is(Role.COORDINATOR) && said.basis() == Basis.EARLIER_SUPPORT;
        faults.check(records, "party",
                "is " + said.party() + ": an editor imports for the own party, the coordinator earlier support alone");
        faults.check(!records || said.description().label() == null || said.description().label().release() == Release.PUBLIC,
                "label",
                "must be PUBLIC: a narrower one is for the party to give");
        faults.check(!records || there == null || there.mapping() != null && there.label().release() == Release.PUBLIC, "id",
                "is of a commitment that its party keeps itself");
    }

    private void identity(StatedCommitment said, Commitment there, String own, Violations faults) {
        faults.check(said.id() == null || there != null, "id", "is not known here");
        faults.check(said.id() != null || said.externalId() != null, "externalId",
                "must be stated, the id of your own register, where there is no id of this one");
        faults.check(said.id() != null || there != null || said.mapping() == null
                || said.mapping().equals(own) && !isOwner(said.party()), "mapping",
                "is for what an import has brought: leave it empty");
        if (there != null) {
            faults.check(there.party().equals(said.party()), "party", "is " + there.party() + " on record");
            faults.check(there.basis() == said.basis(), "basis", "is " + there.basis() + " on record");
            faults.check(Objects.equals(there.externalId(), said.externalId()), "externalId",
                    "is " + (there.externalId() == null ? "not stated" : there.externalId()) + " on record and stays");
        }
    }

    /** In which state it is or begins: earlier support was given, a guarantee has to be filed by a person. */
    private static State state(StatedCommitment said, Commitment there, Violations faults) {
        if (there != null) {
            faults.check(said.state() == null || said.state() == there.state(), "state",
                    "is " + there.state() + " on record: acts move it, not an import");
            faults.check(there.state() != State.WITHDRAWN, "state", "is WITHDRAWN: nothing of it can be amended");
            return there.state();
        }
        State begins = said.state() != null ? said.state() : said.basis() == Basis.EARLIER_SUPPORT ? State.FILED : State.DRAFT;
        faults.check(begins == State.DRAFT || begins == State.FILED && said.basis() == Basis.EARLIER_SUPPORT, "state",
                "must be DRAFT: a person files a guarantee");
        return begins;
    }
}
