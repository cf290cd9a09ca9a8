package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.commitments.commitment.SampleCommitments.AMBER_BRIGADE;
import static org.surety.commitments.commitment.SampleCommitments.UNKNOWN_FORCES;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Basis;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Undisclosed;

class QualityTest {

    private static final UUID INSTRUMENT = UUID.randomUUID();

    private static CommitmentDescription with(CommitmentDescription said, List<Contribution> contributions, Money money,
            UUID contact) {
        return new CommitmentDescription(said.kind(), said.category(), said.title(), said.text(), said.priority(), contributions,
                said.quantity(), money, said.euroValue(), said.period(), said.place(), said.domain(), said.announcedOn(),
                said.sources(), said.group(), contact, INSTRUMENT, said.approvals(), said.caveats(), said.conditions(),
                said.triggers(),
                said.relations(), said.particulars(), said.shares(), said.amountsLabel(),
                said.label());
    }

    private static List<String> missing(Quality quality) {
        return quality.missing().stream().map(Quality.Missing::field).toList();
    }

    @Test
    void whoSaysEverythingHasTheWholeScore() {
        CommitmentDescription whole = with(AMBER_BRIGADE, AMBER_BRIGADE.contributions(), AMBER_BRIGADE.money(), UUID.randomUUID());
        assertThat(Quality.of(Basis.GUARANTEE, whole)).isEqualTo(new Quality(100, List.of()));
    }

    @Test
    void whatIsNotSaidIsNamedInTheOrderOfTheFields() {
        assertThat(missing(Quality.of(Basis.GUARANTEE, AMBER_BRIGADE))).containsExactly("pointOfContact", "instrument");
        assertThat(Quality.of(Basis.GUARANTEE, AMBER_BRIGADE).score()).isEqualTo(84);
        Quality least = Quality.of(Basis.GUARANTEE, UNKNOWN_FORCES);
        assertThat(missing(least)).containsExactly("text", "priority", "quantity", "period.from", "place", "domain", "announcedOn",
                "sources", "pointOfContact", "instrument");
        assertThat(least.score()).isZero();
    }

    @Test
    void onlyWhatAppliesIsAskedFor() {
        assertThat(missing(Quality.of(Basis.EARLIER_SUPPORT, UNKNOWN_FORCES))).doesNotContain("priority", "contributions",
                "instrument");
        CommitmentDescription money = new CommitmentDescription(Kind.FINANCIAL_ASSISTANCE, null, "Money", "t", null, null, null,
                Money.of("5", "PLN"), null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, UNKNOWN_FORCES.label());
        assertThat(missing(Quality.of(Basis.GUARANTEE, money))).contains("euroValue", "priority").doesNotContain("place", "domain",
                "quantity", "contributions");
    }

    @Test
    void aContributionWithoutAQuantityIsInNoSum() {
        List<Contribution> undisclosed = List.of(
                new Contribution(UUID.randomUUID(), BigDecimal.TEN, null, null),
                new Contribution(UUID.randomUUID(), null, Undisclosed.NOT_DECIDED, null));
        assertThat(missing(Quality.of(Basis.GUARANTEE, with(AMBER_BRIGADE, undisclosed, null, UUID.randomUUID()))))
                .containsExactly("contributions.quantity");
        assertThat(missing(Quality.of(Basis.GUARANTEE, with(AMBER_BRIGADE, List.of(), null, UUID.randomUUID()))))
                .containsExactly("contributions");
    }
}
