package org.surety.commitments.commitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.surety.contracts.Basis;
import org.surety.contracts.Kind;
import org.surety.contracts.Relations;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/**
 * What the relations of a commitment to others must be. All broken rules are named at once.
 *
 * @param settled what the filing settled; null for a draft
 * @param related the commitments that are named, as far as they are filed and released to who describes
 */
record RelationRules(UUID id, String party, Basis basis, Series series, Relations settled, Map<UUID, Related> related) {

    private static final int MOST = 20;

    /** A filed commitment that another one names. */
    record Related(String party, Basis basis, Series series, Kind kind, State state) {
    }

    void require(CommitmentDescription description) {
        Relations said = description.relations() == null ? Relations.NONE : description.relations();
        Violations violations = new Violations();
        if (settled != null) {
            violations.check(said.supersedes().equals(settled.supersedes()), "relations.supersedes",
                    "was settled when the commitment was filed");
        } else {
            each(said.supersedes(), "relations.supersedes", violations, (other, field) -> superseded(other, field, violations));
        }
        violations.check(
                said.supplements().isEmpty() || description.kind() == null || Kind.SUPPLEMENTS.contains(description.kind()),
                "relations.supplements", "is for the kinds " + Kind.SUPPLEMENTS + ", which stand in for others");
        each(said.supplements(), "relations.supplements", violations, (other, field) -> supplemented(other, field, violations));
        violations.refuse();
    }

    private void each(List<UUID> named, String list, Violations violations, BiConsumer<Related, String> rule) {
        violations.check(named.size() <= MOST, list, "must be at most " + MOST);
        for (int i = 0; i < named.size(); i++) {
            String field = list + "[" + i + "]";
            Related other = named.get(i) == null ? null : related.get(named.get(i));
            violations.check(named.get(i) == null || !named.get(i).equals(id), field, "is the commitment itself")
                    .check(named.indexOf(named.get(i)) == i, field, "is named twice")
                    .check(other != null, field, "is no filed commitment that is known to you");
            if (other != null) {
                rule.accept(other, field);
            }
        }
    }

    private void superseded(Related other, String field, Violations violations) {
        violations.check(other.party().equals(party), field, "must be of the same party")
                .check(other.basis() == basis, field, "must be of the same basis")
                .check(other.state() == State.FILED, field, "has been withdrawn: nothing has to take its place");
    }

    private void supplemented(Related other, String field, Violations violations) {
        violations.check(other.series() == series, field, "must be of the same series")
                .check(!Kind.SUPPLEMENTS.contains(other.kind()), field, "must be of another kind than " + Kind.SUPPLEMENTS);
    }
}
