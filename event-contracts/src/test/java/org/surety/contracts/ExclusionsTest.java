package org.surety.contracts;

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
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class ExclusionsTest {

    private static Set<CaveatKind> excluding(Kind kind, Domain domain, String host, Kind... eligible) {
        Exclusions.Scope requirement = new Exclusions.Scope(domain, host, Set.of(eligible));
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
