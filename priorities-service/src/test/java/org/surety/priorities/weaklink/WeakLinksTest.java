package org.surety.priorities.weaklink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.surety.priorities.weaklink.World.on;
import static org.surety.priorities.weaklink.World.onParty;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.priorities.weaklink.PartySets.PartySet;
import org.surety.priorities.weaklink.WeakLinks.Weak;
import org.surety.priorities.weaklink.World.Terms;

/** Small worlds by hand. */
class WeakLinksTest {

    private final World world = new World();

    private static BigDecimal amount(int quantity) {
        return BigDecimal.valueOf(quantity);
    }

    private static Weak weak(Loss loss, int left, UUID... falling) {
        return new Weak(loss, amount(left), Set.of(falling));
    }

    @Test
    void aPartyAndTheCommitmentWithoutWhichTooLittleIsLeft() {
        UUID large = world.promise("XAA", 600);
        world.promise("XAB", 300);
        world.promise("XAB", 100);
        assertThat(world.links(500).singles()).containsExactly(weak(Loss.party("XAA"), 400, large),
                weak(Loss.commitment(large), 400, large));
        // Exactly the minimum is left: that is enough.
        assertThat(world.links(400).singles()).isEmpty();
    }

    @Test
    void whatIsBelowItsMinimumAnywayHasNoLinks() {
        world.promise("XAA", 600);
        WeakLinks links = world.links(601);
        assertThat(links.isBelowMinimum()).isTrue();
        assertThat(links.assured()).isEqualByComparingTo("600");
        assertThat(links.singles()).isEmpty();
        assertThat(links.sets(3).sets()).isEmpty();
        assertThat(world.links(600).isBelowMinimum()).isFalse();
    }

    @Test
    void aPairOfWhichNeitherAloneIsEnough() {
        world.promise("XAA", 300);
        world.promise("XAB", 300);
        world.promise("XAC", 300);
        WeakLinks links = world.links(500);
        assertThat(links.singles()).isEmpty();
        assertThat(links.sets(1).sets()).isEmpty();
        assertThat(links.sets(2).sets()).containsExactly(new PartySet(List.of("XAA", "XAB"), amount(300)),
                new PartySet(List.of("XAA", "XAC"), amount(300)), new PartySet(List.of("XAB", "XAC"), amount(300)));
        assertThat(links.sets(3).sets()).as("no set contains a smaller one").isEqualTo(links.sets(2).sets());
    }

    @Test
    void threeOnRequestAndNoneUpToThree() {
        List.of("XAA", "XAB", "XAC", "XAD").forEach(party -> world.promise(party, 100));
        assertThat(world.links(200).sets(2).sets()).isEmpty();
        assertThat(world.links(200).sets(3).sets()).hasSize(4)
                .contains(new PartySet(List.of("XAA", "XAB", "XAC"), amount(100)));
        assertThat(world.links(100).sets(3).sets()).isEmpty();
    }

    @Test
    void aPartyThatIsALinkIsInNoSet() {
        world.promise("XAA", 500);
        world.promise("XAB", 100);
        world.promise("XAC", 100);
        assertThat(world.links(550).singles()).extracting(Weak::loss).contains(Loss.party("XAA"));
        assertThat(world.links(550).sets(3).sets()).containsExactly(new PartySet(List.of("XAB", "XAC"), amount(500)));
    }

    @Test
    void aBackstopThatGivesNothingItself() {
        UUID backstop = world.promise("XAI", 0);
        UUID first = world.promise("XAA", 300, Terms.NONE.waitingFor(on(backstop)));
        UUID second = world.promise("XAB", 300, Terms.NONE.waitingFor(onParty("XAI")));
        world.promise("XAC", 300);
        assertThat(world.links(600).singles()).containsExactly(weak(Loss.party("XAI"), 300, first, second),
                weak(Loss.commitment(backstop), 300, first, second));
        // Once it takes part by another promise too, the second does not hang on the backstop any more.
        world.promise("XAI", 0);
        assertThat(world.links(600).singles()).containsExactly(weak(Loss.party("XAI"), 300, first, second));
        assertThat(world.links(700).singles()).contains(weak(Loss.commitment(backstop), 600, first));
    }

    @Test
    void anApprovalThatSeveralNeed() {
        UUID vote = world.granted();
        UUID first = world.promise("XAA", 200, Terms.NONE.needing(vote));
        UUID second = world.promise("XAA", 200, Terms.NONE.needing(vote));
        world.promise("XAB", 300);
        assertThat(world.links(350).singles()).contains(weak(Loss.approval(vote), 300, first, second)).hasSize(2);
    }

    @Test
    void anApprovalOfWhatOthersWaitFor() {
        UUID vote = world.granted();
        UUID other = world.granted();
        world.promise("XAI", 0, Terms.NONE.needing(vote, other));
        world.promise("XAI", 0, Terms.NONE.needing(vote));
        UUID waiting = world.promise("XAA", 400, Terms.NONE.waitingFor(onParty("XAI")));
        assertThat(world.links(400).singles()).contains(weak(Loss.approval(vote), 0, waiting))
                .extracting(Weak::loss).doesNotContain(Loss.approval(other));
    }

    @Test
    void aNamedElementCountsOnce() {
        UUID wide = world.promise("XAA", 500, Terms.NONE.named("12th Brigade"));
        world.promise("XAA", 400, Terms.NONE.named("12th Brigade"));
        world.promise("XAB", 100, Terms.NONE.named("12th Brigade"));
        assertThat(world.links(600).assured()).isEqualByComparingTo("600");
        assertThat(world.links(550).singles()).extracting(Weak::loss, Weak::left).contains(
                tuple(Loss.commitment(wide), amount(500)), tuple(Loss.party("XAA"), amount(100)),
                tuple(Loss.party("XAB"), amount(500)));
        assertThat(world.links(450).singles()).extracting(Weak::loss).containsExactly(Loss.party("XAA"));
    }

    @Test
    void ofAJointCommitmentTheShareOfEach() {
        UUID joint = world.promise("XAA", 1000, Terms.NONE.sharedWith("XAB", 40));
        assertThat(world.links(500).singles()).extracting(Weak::loss, one -> one.left().intValue())
                .containsExactlyInAnyOrder(tuple(Loss.commitment(joint), 0), tuple(Loss.party("XAA"), 400));
        assertThat(world.links(700).singles()).extracting(Weak::loss).contains(Loss.party("XAB"));
    }

    @Test
    void circlesAreCommitmentsThatWaitForEachOther() {
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        UUID c = UUID.randomUUID();
        UUID free = UUID.randomUUID();
        assertThat(new Circles(Map.of(a, List.of(Set.of(b)), b, List.of(Set.of(a)), c, List.of(Set.of(a)))).all())
                .as("what only waits for a circle is not of it").hasSize(1).first().asList().containsExactlyInAnyOrder(a, b);
        assertThat(new Circles(Map.of(a, List.of(Set.of(b, free)), b, List.of(Set.of(a)))).all()).as("another one is enough")
                .isEmpty();
        assertThat(new Circles(Map.of(a, List.of(Set.of(b)), b, List.of(Set.of(c)))).all()).as("a chain").isEmpty();
        assertThat(new Circles(Map.of(a, List.of(Set.of(a)))).all()).containsExactly(List.of(a));
        assertThat(new Circles(Map.of(a, List.of(Set.of(), Set.of(b)), b, List.of(Set.of(c)), c, List.of(Set.of(a)))).all())
                .hasSize(1).first().asList().hasSize(3);
    }
}
