package org.surety.commitments.commitment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.surety.commitments.caveat.Caveat;
import org.surety.commitments.condition.Condition;
import org.surety.commitments.condition.Ground;
import org.surety.contracts.Basis;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;

/**
 * What caveats and conditions must be. All broken rules are named at once.
 *
 * @param id of the commitment; null while it has none
 * @param grounds the records that the conditions name, as far as they are known here and released to who describes
 * @param parties the codes of those named that are known here
 */
record ReservationRules(UUID id, String party, Basis basis, Series series, Map<UUID, Ground> grounds, Set<String> parties) {

    private static final int MOST = 20;

    void require(CommitmentDescription description) {
        Violations violations = new Violations();
        caveats(description.caveats(), violations);
        conditions(description.conditions(), violations);
        violations.refuse();
        Label label = description.label().ownedBy(party, series);
        grounds.values().stream().filter(ground -> !ground.label().covers(label)).findFirst().ifPresent(ground -> {
            throw CommitmentProblem.tooWideForCondition(ground.id(), ground.label());
        });
    }

    private static void caveats(List<Caveat> caveats, Violations violations) {
        violations.check(caveats.size() <= MOST, "caveats", "must be at most " + MOST);
        for (int i = 0; i < caveats.size(); i++) {
            String field = "caveats[" + i + "]";
            Caveat caveat = caveats.get(i);
            if (caveat == null) {
                violations.check(false, field, "must be stated");
                continue;
            }
            caveat.check(field, violations);
            violations.check(caveat.kind() == CaveatKind.OTHER || caveats.stream().limit(i)
                    .noneMatch(other -> other != null && other.kind() == caveat.kind()), field + ".kind", "is named twice");
        }
    }

    private void conditions(List<Condition> conditions, Violations violations) {
        violations.check(conditions.size() <= MOST, "conditions", "must be at most " + MOST)
                .check(conditions.isEmpty() || basis == Basis.GUARANTEE, "conditions",
                        "are for guarantees alone: earlier support has been given");
        for (int i = 0; i < conditions.size(); i++) {
            String field = "conditions[" + i + "]";
            Condition condition = conditions.get(i);
            if (condition == null) {
                violations.check(false, field, "must be stated");
                continue;
            }
            condition.check(field, violations);
            violations.check(conditions.indexOf(condition) == i, field, "is named twice");
            ground(condition.commitment(), field + ".commitment", violations);
            ground(condition.instrument(), field + ".instrument", violations);
            party(condition, field + ".party", violations);
        }
    }

    private void ground(UUID named, String field, Violations violations) {
        if (named == null) {
            return;
        }
        Ground ground = grounds.get(named);
        violations.check(!named.equals(id), field, "is the commitment itself")
                .check(ground != null, field, "is none that is filed or recorded, and known to you")
                .check(ground == null || ground.series() == series, field, "must be of the same series");
    }

    private void party(Condition condition, String field, Violations violations) {
        String named = condition.party();
        if (named == null) {
            return;
        }
        violations.check(!named.equals(party), field, condition.kind() == ConditionKind.PARTICIPATION
                ? "must be another party"
                : "must be another party: nobody needs the own consent")
                .check(parties.contains(named) && Series.ofParty(named) == series, field,
                        "must be a party of the same series that is known here");
    }
}
