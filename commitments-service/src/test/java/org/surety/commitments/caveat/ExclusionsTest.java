package org.surety.commitments.caveat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.contracts.CaveatKind.AIR_ONLY;
import static org.surety.contracts.CaveatKind.FROM_NEIGHBOURING_TERRITORY_ONLY;
import static org.surety.contracts.CaveatKind.MARITIME_ONLY;
import static org.surety.contracts.CaveatKind.NON_COMBAT;
import static org.surety.contracts.CaveatKind.NOT_ON_TERRITORY;
import static org.surety.contracts.CaveatKind.OTHER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.surety.commitments.requirement.RequirementReference;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

class ExclusionsTest {

    private static Set<CaveatKind> excluding(Kind kind, Domain domain, String host, Kind... eligible) {
        RequirementReference requirement = new RequirementReference(UUID.randomUUID(), Series.EXERCISE,
                PriorityCode.MULTINATIONAL_FORCE, "soldiers", Set.of(eligible), false, domain, host, Label.openToAll());
        return Arrays.stream(CaveatKind.values()).filter(caveat -> Exclusions.reason(caveat, kind, requirement).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaveatKind.class)));
    }

    @Test
    void aRequirementExcludesWhatContradictsIt() {
        assertThat(excluding(Kind.FORCE_CONTRIBUTION, Domain.LAND, "XAJ", Kind.FORCE_CONTRIBUTION)).containsExactlyInAnyOrder(
                NOT_ON_TERRITORY, FROM_NEIGHBOURING_TERRITORY_ONLY, MARITIME_ONLY, AIR_ONLY, NON_COMBAT);
        assertThat(excluding(Kind.FORCE_CONTRIBUTION, Domain.LAND, null)).containsExactlyInAnyOrder(MARITIME_ONLY, AIR_ONLY);
        assertThat(excluding(Kind.FORCE_CONTRIBUTION, Domain.MARITIME, "XAJ")).containsExactly(AIR_ONLY);
        assertThat(excluding(Kind.FORCE_CONTRIBUTION, Domain.AIR, "XAJ")).containsExactly(MARITIME_ONLY);
        assertThat(excluding(Kind.FINANCIAL_ASSISTANCE, Domain.NONE, null)).isEmpty();
        assertThat(excluding(Kind.TRAINING, null, null)).isEmpty();
    }

    @Test
    void whatIsNotForCombatIsExcludedOnlyWhereNothingElseIsTaken() {
        assertThat(excluding(Kind.ATTACK_RESPONSE, Domain.NONE, null, Kind.ATTACK_RESPONSE, Kind.FORCE_CONTRIBUTION))
                .containsExactly(NON_COMBAT);
        assertThat(excluding(Kind.FORCE_CONTRIBUTION, Domain.NONE, null, Kind.FORCE_CONTRIBUTION, Kind.LOGISTICS)).isEmpty();
        assertThat(excluding(Kind.LOGISTICS, Domain.NONE, null, Kind.FORCE_CONTRIBUTION)).isEmpty();
    }

    @Test
    void theTableHasARowForEachKindOfCaveat() {
        assertThat(Exclusions.table()).extracting(Exclusions.Row::caveat).containsExactly(CaveatKind.values());
        assertThat(Exclusions.table()).allSatisfy(row -> assertThat(row.reason()).isNotBlank());
        assertThat(Exclusions.table()).filteredOn(row -> row.caveat() == OTHER).extracting(Exclusions.Row::excludes)
                .containsExactly("none by itself");
    }
}
