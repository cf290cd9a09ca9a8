package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.surety.commitments.commitment.SampleCommitments.AMBER_BRIGADE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.commitments.commitment.RelationRules.Related;
import org.surety.contracts.Basis;
import org.surety.contracts.Kind;
import org.surety.contracts.Relations;
import org.surety.contracts.Series;
import org.surety.kit.problem.InvalidRequest;

/** What may be said of how a commitment of XAA stands to others. */
class RelationRulesTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID OWN = UUID.randomUUID();
    private static final UUID WITHDRAWN = UUID.randomUUID();
    private static final UUID OTHERS = UUID.randomUUID();
    private static final UUID SUPPORT = UUID.randomUUID();
    private static final UUID REAL = UUID.randomUUID();
    private static final UUID MONEY = UUID.randomUUID();
    private static final Map<UUID, Related> KNOWN = Map.of(OWN, related("XAA", Kind.FORCE_CONTRIBUTION, State.FILED), WITHDRAWN,
            related("XAA", Kind.FORCE_CONTRIBUTION, State.WITHDRAWN), OTHERS, related("XAB", Kind.TRAINING, State.FILED), SUPPORT,
            new Related("XAA", Basis.EARLIER_SUPPORT, Series.EXERCISE, Kind.WEAPONRY, State.FILED), REAL,
            new Related("FRA", Basis.GUARANTEE, Series.REAL, Kind.TRAINING, State.FILED), MONEY,
            related("XAB", Kind.FINANCIAL_ASSISTANCE, State.FILED));

    private static Related related(String party, Kind kind, State state) {
        return new Related(party, Basis.GUARANTEE, Series.EXERCISE, kind, state);
    }

    private static List<String> faults(Kind kind, Relations settled, List<UUID> supersedes, List<UUID> supplements) {
        RelationRules rules = new RelationRules(ID, "XAA", Basis.GUARANTEE, Series.EXERCISE, settled, KNOWN);
        InvalidRequest refused = catchThrowableOfType(InvalidRequest.class,
                () -> rules.require(SampleCommitments.related(AMBER_BRIGADE, kind, new Relations(supersedes, supplements))));
        return refused == null
                ? List.of()
                : refused.violations().stream().map(one -> one.field() + " " + one.message()).toList();
    }

    @Test
    void aDraftTakesThePlaceOfWhatItsPartyHasFiled() {
        assertThat(faults(Kind.FORCE_CONTRIBUTION, null, List.of(OWN), List.of())).isEmpty();
        assertThat(faults(Kind.FORCE_CONTRIBUTION, null, List.of(OTHERS, SUPPORT, WITHDRAWN, OWN, OWN), List.of()))
                .containsExactly("relations.supersedes[0] must be of the same party",
                        "relations.supersedes[1] must be of the same basis",
                        "relations.supersedes[2] has been withdrawn: nothing has to take its place",
                        "relations.supersedes[4] is named twice");
    }

    @Test
    void nothingStandsForItselfOrForTheUnknown() {
        String unknown = " is no filed commitment that is known to you";
        List<UUID> named = new ArrayList<>(List.of(ID, UUID.randomUUID()));
        named.add(null);
        assertThat(faults(Kind.SANCTIONS, null, List.of(), named)).containsExactly(
                "relations.supplements[0] is the commitment itself", "relations.supplements[0]" + unknown,
                "relations.supplements[1]" + unknown, "relations.supplements[2]" + unknown);
        assertThat(faults(Kind.SANCTIONS, null, Collections.nCopies(21, OWN), List.of()))
                .contains("relations.supersedes must be at most 20");
    }

    @Test
    void sanctionsAndMoneyStandInForOthersAndNotForEachOther() {
        for (Kind kind : List.of(Kind.SANCTIONS, Kind.FINANCIAL_ASSISTANCE)) {
            assertThat(faults(kind, null, List.of(), List.of(OTHERS, WITHDRAWN))).isEmpty();
        }
        assertThat(faults(Kind.SANCTIONS, null, List.of(), List.of(MONEY, REAL))).containsExactly(
                "relations.supplements[0] must be of another kind than [FINANCIAL_ASSISTANCE, SANCTIONS]",
                "relations.supplements[1] must be of the same series");
        assertThat(faults(Kind.TRAINING, null, List.of(), List.of(OTHERS))).containsExactly(
                "relations.supplements is for the kinds [FINANCIAL_ASSISTANCE, SANCTIONS], which stand in for others");
    }

    @Test
    void filingSettlesWhosePlaceItTook() {
        Relations settled = new Relations(List.of(WITHDRAWN), null);
        assertThat(faults(Kind.SANCTIONS, settled, List.of(WITHDRAWN), List.of(OTHERS))).isEmpty();
        for (List<UUID> said : List.of(List.<UUID>of(), List.of(OWN), List.of(WITHDRAWN, OWN))) {
            assertThat(faults(Kind.SANCTIONS, settled, said, List.of()))
                    .containsExactly("relations.supersedes was settled when the commitment was filed");
        }
        RelationRules rules = new RelationRules(ID, "XAA", Basis.GUARANTEE, Series.EXERCISE, Relations.NONE, KNOWN);
        assertThatCode(() -> rules.require(AMBER_BRIGADE)).doesNotThrowAnyException();
    }
}
