package org.surety.priorities.scenario;

import java.sql.Array;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.ScenarioStepKind;
import org.surety.contracts.Series;
import org.surety.kit.label.Reference;
import org.surety.kit.log.Database;
import org.surety.kit.problem.Violations;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.remembered.Remembered;

/** The records that steps name, as far as the viewer may see them. */
@ApplicationScoped
class StepRecords {

    private static final String PARTIES = "select code from party_reference where code = any (?::text[])";

    private static final String APPROVALS = "select id from approval_reference where id = any (?::uuid[])";

    private static final String REQUIREMENTS = "select id from requirement where id = any (?::uuid[]) and series = ? and withdrawal_reason is null";

    /** Also of what stands no more. */
    private static final String SEEN = """
            select id, title from commitment_reference where id = any (?::uuid[])
            union all select id, title from approval_reference where id = any (?::uuid[])
            union all select id, title from requirement where id = any (?::uuid[])""";

    private final Database database;

    StepRecords(Database database) {
        this.database = database;
    }

    /**
     * What of the records is there for the viewer.
     *
     * @param commitments the filed guarantees of the series
     * @param requirements of the series that stand
     * @param seen the titles of commitments, approvals and requirements that the viewer sees, also of those that stand no more
     */
    record Known(Set<String> parties, Map<UUID, Promise> commitments, Set<UUID> approvals, Set<UUID> requirements,
            Map<UUID, String> seen) {

        Reference to(UUID named) {
            return Reference.to(named, seen::containsKey);
        }

        /** What that is called which the step names; null: it names nothing that has a title, or the viewer does not see it. */
        String title(Step step) {
            return Stream.of(step.commitment(), step.approval(), step.requirement()).filter(Objects::nonNull).findFirst()
                    .map(seen::get).orElse(null);
        }

        String partyOf(UUID commitment) {
            Promise promise = commitments.get(commitment);
            return promise == null ? null : promise.party();
        }

        boolean hasAll(Step step) {
            return missing(step).isEmpty();
        }

        /** The fields of the step whose records are not there. */
        List<String> missing(Step step) {
            Map<String, Boolean> there = new HashMap<>();
            there.put("party", step.party() == null || parties.contains(step.party()));
            there.put("commitment", step.commitment() == null || commitments.containsKey(step.commitment()));
            there.put("approval", step.approval() == null || approvals.contains(step.approval()));
            there.put("requirement", step.requirement() == null || requirements.contains(step.requirement()));
            return there.entrySet().stream().filter(entry -> !entry.getValue()).map(Map.Entry::getKey).sorted().toList();
        }
    }

    Known of(List<Step> steps, Series series) {
        return database.call(connection -> {
            Array ofCommitments = connection.createArrayOf("uuid", named(steps, Step::commitment).toArray());
            Array ofApprovals = connection.createArrayOf("uuid", named(steps, Step::approval).toArray());
            Array ofRequirements = connection.createArrayOf("uuid", named(steps, Step::requirement).toArray());
            Map<UUID, String> seen = new HashMap<>();
            Database.list(connection, SEEN, row -> seen.put(row.getObject(1, UUID.class), row.getString(2)), ofCommitments,
                    ofApprovals, ofRequirements);
            Map<UUID, Promise> commitments = Remembered.now(connection).promises(named(steps, Step::commitment)).stream()
                    .filter(promise -> promise.series() == series && promise.isFiledGuarantee())
                    .collect(Collectors.toMap(Promise::id, promise -> promise));
            Set<String> parties = new HashSet<>(Database.list(connection, PARTIES, row -> row.getString(1),
                    connection.createArrayOf("text", named(steps, Step::party).toArray())));
            parties.removeIf(party -> Series.ofParty(party) != series);
            return new Known(parties, commitments,
                    new HashSet<>(Database.list(connection, APPROVALS, row -> row.getObject(1, UUID.class), ofApprovals)),
                    new HashSet<>(Database.list(connection, REQUIREMENTS, row -> row.getObject(1, UUID.class), ofRequirements,
                            series.name())),
                    seen);
        });
    }

    /** Refuses steps on what is not there for the viewer, hidden or not, and steps that contradict each other. */
    void require(List<Step> steps, Series series) {
        Known known = of(steps, series);
        Violations violations = new Violations();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String field = "steps[" + i + "].";
            known.missing(step).forEach(name -> violations.check(false, field + name,
                    "is not there in this series, or is not released to you"));
            Promise promise = step.step() == ScenarioStepKind.DROP_CAVEAT ? known.commitments().get(step.commitment()) : null;
            violations.check(promise == null || promise.caveats().stream().anyMatch(one -> one.kind() == step.caveat()),
                    field + "caveat", "is none that the commitment has");
        }
        violations.refuse();
        Steps.refuseContradictions(steps, known::partyOf);
    }

    private static <T> Collection<T> named(List<Step> steps, Function<Step, T> what) {
        return steps.stream().map(what).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
