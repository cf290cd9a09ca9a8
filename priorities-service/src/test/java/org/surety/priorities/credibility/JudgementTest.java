package org.surety.priorities.credibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.surety.contracts.CriterionKind;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.priorities.credibility.Credibility.Judged;
import org.surety.priorities.credibility.Credibility.Status;
import org.surety.priorities.credibility.FallenAway.Amount;
import org.surety.priorities.credibility.FallenAway.Fallen;
import org.surety.priorities.credibility.FallenAway.InPlace;
import org.surety.priorities.credibility.FigureRepository.Assured;
import org.surety.priorities.credibility.FigureRepository.Overdue;
import org.surety.priorities.credibility.Judgement.Needed;

/** Each criterion by figures told by hand. */
class JudgementTest {

    private static final Needed LAND = needed(PriorityCode.MULTINATIONAL_FORCE, "Land component", "soldiers", 750);
    private static final Needed SHIPS = needed(PriorityCode.RENEWED_AGGRESSION_RESPONSE, "Escorts", "ships", 4);

    private static Needed needed(PriorityCode priority, String title, String unit, int minimum) {
        return new Needed(UUID.randomUUID(), priority, title, unit, BigDecimal.valueOf(minimum));
    }

    private static Judgement by(CriterionKind kind, int number) {
        boolean attributes = kind == CriterionKind.ATTRIBUTE_IN_PRIORITY;
        return new Judgement(new CriterionRepresentation("EXERCISE_ONE", Series.EXERCISE, kind, "One",
                attributes ? PriorityCode.MULTINATIONAL_FORCE : null,
                attributes ? List.of(PartyAttribute.NUCLEAR_CAPABLE, PartyAttribute.EUROPEAN) : null, attributes ? number : null,
                kind == CriterionKind.SHARE_OF_ONE_PARTY ? BigDecimal.valueOf(number) : null, true,
                Label.openToAll().representation(), 1));
    }

    private static Assured assured(Needed requirement, String party, String quantity, int undisclosed) {
        return new Assured(requirement.id(), null, party, new BigDecimal(quantity), undisclosed);
    }

    private static void is(Judged judged, Status status, String... figures) {
        assertThat(judged.status()).as(judged.reason()).isEqualTo(status);
        assertThat(judged.reason()).endsWith(".");
        assertThat(figures).allSatisfy(figure -> assertThat(judged.reason()).contains(figure));
        assertThat(judged.rule()).endsWith(".");
    }

    @Test
    void eachRequirementAtItsMinimum() {
        Judgement criterion = by(CriterionKind.EACH_REQUIREMENT_ASSURED_AT_MINIMUM, 0);
        List<Assured> enough = List.of(assured(LAND, "XAA", "500", 0), assured(LAND, "XAB", "250", 0),
                assured(SHIPS, "XAA", "4", 0));
        is(criterion.requirements(List.of(LAND, SHIPS), enough), Status.MET, "All 2 requirements");
        is(criterion.requirements(List.of(LAND, SHIPS), enough.subList(1, 3)), Status.NOT_MET, "1 of 2",
                "Land component (250 of 750 soldiers)");
        is(criterion.requirements(List.of(LAND), List.of(assured(LAND, "XAA", "700", 1))), Status.CANNOT_BE_TOLD, "700 of 750");
        // One that surely lacks something is enough, whatever is not disclosed of the other.
        is(criterion.requirements(List.of(LAND, SHIPS), List.of(assured(LAND, "XAA", "700", 1))), Status.NOT_MET,
                "Escorts (0 of 4 ships)");
        is(criterion.requirements(List.of(), List.of()), Status.NOT_MET, "No requirement");
    }

    @Test
    void partiesWithAttributesInAPriority() {
        Judgement one = by(CriterionKind.ATTRIBUTE_IN_PRIORITY, 1);
        List<Assured> both = List.of(assured(LAND, "XAA", "5", 0), assured(SHIPS, "XAB", "5", 0), assured(LAND, "XAC", "5", 0));
        is(one.attributes(List.of(LAND, SHIPS), both, List.of("XAA", "XAB")), Status.MET, "1 such party is assured", "XAA");
        is(one.attributes(List.of(LAND, SHIPS), both, List.of("XAB")), Status.NOT_MET, "0 such parties");
        is(by(CriterionKind.ATTRIBUTE_IN_PRIORITY, 2).attributes(List.of(LAND), both, List.of("XAA", "XAB")), Status.NOT_MET,
                "of 2 that are needed");
        // How much it is may be undisclosed, and a requirement need not be named.
        is(one.attributes(List.of(LAND), List.of(assured(LAND, "XAA", "0", 1)), List.of("XAA")), Status.MET);
        is(one.attributes(List.of(),
                List.of(new Assured(null, PriorityCode.MULTINATIONAL_FORCE, "XAA", BigDecimal.ZERO, 1)), List.of("XAA")),
                Status.MET);
        is(one.attributes(List.of(),
                List.of(new Assured(null, PriorityCode.ARMED_FORCES_SUPPORT, "XAA", BigDecimal.ZERO, 1)), List.of("XAA")),
                Status.NOT_MET);
    }

    @Test
    void nothingRestsOnOneParty() {
        Judgement half = by(CriterionKind.SHARE_OF_ONE_PARTY, 50);
        is(half.share(List.of(LAND), List.of(assured(LAND, "XAA", "50", 0), assured(LAND, "XAB", "50", 0))), Status.MET);
        is(half.share(List.of(LAND), List.of(assured(LAND, "XAA", "50.1", 0), assured(LAND, "XAB", "50", 0))), Status.NOT_MET,
                "Land component (XAA 50.05 percent)");
        is(half.share(List.of(LAND, SHIPS), List.of(assured(LAND, "XAA", "9", 1), assured(SHIPS, "XAA", "2", 0),
                assured(SHIPS, "XAB", "2", 0))), Status.CANNOT_BE_TOLD, "1 of 2", "Land component");
        is(half.share(List.of(LAND, SHIPS), List.of(assured(LAND, "XAA", "9", 1), assured(SHIPS, "XAA", "3", 0),
                assured(SHIPS, "XAB", "1", 0))), Status.NOT_MET, "Escorts (XAA 75 percent)");
    }

    @Test
    void circlesAndWhatIsLate() {
        is(by(CriterionKind.NO_CIRCULAR_CONDITIONS, 0).circles(0), Status.MET);
        is(by(CriterionKind.NO_CIRCULAR_CONDITIONS, 0).circles(2), Status.NOT_MET, "2 circles");
        List<Overdue> late = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> new Overdue("Vote " + number, LocalDate.of(2026, 3, number))).toList();
        is(by(CriterionKind.APPROVALS_ON_SCHEDULE, 0).approvals(List.of()), Status.MET);
        is(by(CriterionKind.APPROVALS_ON_SCHEDULE, 0).approvals(late), Status.NOT_MET, "7 approvals", "Vote 1 (2026-03-01)",
                "and 2 more");
        is(by(CriterionKind.OPEN_QUESTIONS_NOT_OVERDUE, 0).questions(List.of()), Status.MET);
        is(by(CriterionKind.OPEN_QUESTIONS_NOT_OVERDUE, 0).questions(late), Status.NOT_MET, "7 open questions");
    }

    private static Amount of(Needed requirement, String quantity) {
        return new Amount(requirement.id(), null, quantity == null ? null : new BigDecimal(quantity));
    }

    private static Amount whole(String unit, String quantity) {
        return new Amount(null, unit, quantity == null ? null : new BigDecimal(quantity));
    }

    private static Fallen fallen(String name, Amount... amounts) {
        return new Fallen(UUID.randomUUID(), name, false, List.of(amounts));
    }

    private static InPlace sanctions(boolean standing, Fallen named) {
        return new InPlace(true, standing, List.of(), List.of(named.id()), List.of(whole("packages", "1")));
    }

    private static InPlace successor(List<Fallen> of, Amount... amounts) {
        return new InPlace(false, true, of.stream().map(Fallen::id).toList(), List.of(), List.of(amounts));
    }

    private static Judged supplements(List<Fallen> fallen, InPlace... inPlace) {
        return by(CriterionKind.SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY, 0).supplements(new FallenAway(fallen, List.of(inPlace)));
    }

    @Test
    void whatStandsInForWhatFellAway() {
        Fallen brigade = fallen("Brigade (XAA, refused)", of(LAND, "400"), whole("soldiers", "400"));
        Fallen frigates = fallen("Frigates (XAB, withdrawn 2026-05-04)", of(SHIPS, "2"), whole("ships", "2"));
        is(supplements(List.of()), Status.MET, "No military commitment");
        is(supplements(List.of(brigade, frigates), sanctions(true, brigade), sanctions(true, frigates)), Status.MET, "all 2");
        is(supplements(List.of(brigade, frigates), sanctions(true, brigade)), Status.NOT_MET, "Of 2", "away 1 have nothing",
                "Frigates (XAB, withdrawn 2026-05-04)");
        is(supplements(List.of(brigade), sanctions(false, brigade)), Status.NOT_MET, "Brigade (XAA, refused)");
        // Of a supplement nobody asks how much it is, also where it says that it takes the place.
        is(supplements(List.of(brigade), new InPlace(true, true, List.of(brigade.id()), List.of(), List.of())), Status.MET);
        // Forces do not supplement, whatever they say.
        is(supplements(List.of(brigade), new InPlace(false, true, List.of(), List.of(brigade.id()), List.of(of(LAND, "400")))),
                Status.NOT_MET);
    }

    @Test
    void whatWasSupersededByAtLeastAsMuchNeedsNothing() {
        Fallen brigade = fallen("Brigade", of(LAND, "400"), whole("soldiers", "500"));
        Fallen another = fallen("Another", of(LAND, "100"), whole("soldiers", "100"));
        is(supplements(List.of(brigade), successor(List.of(brigade), of(LAND, "400"), whole("soldiers", "400"))), Status.MET);
        is(supplements(List.of(brigade), successor(List.of(brigade), of(LAND, "399.9"), whole("soldiers", "900"))), Status.NOT_MET);
        is(supplements(List.of(brigade), successor(List.of(brigade), of(SHIPS, "900"), whole("soldiers", "900"))), Status.NOT_MET);
        is(supplements(List.of(brigade), successor(List.of(brigade), of(LAND, "300"), whole("soldiers", "300")),
                sanctions(true, brigade)), Status.MET);
        // One that takes the place of several is as large as all of them together.
        is(supplements(List.of(brigade, another), successor(List.of(brigade, another), of(LAND, "499"))), Status.NOT_MET, "Brigade",
                "Another");
        is(supplements(List.of(brigade, another), successor(List.of(brigade, another), of(LAND, "500"))), Status.MET);
        // It need not stand, but is asked about as well.
        Fallen later = fallen("Later", of(LAND, "400"));
        is(supplements(List.of(brigade, later), new InPlace(false, false, List.of(brigade.id()), List.of(), later.amounts())),
                Status.NOT_MET, "away 1 have nothing", "Later");
    }

    @Test
    void whetherItIsAsMuchMayNotBeDisclosed() {
        Fallen brigade = fallen("Brigade", of(LAND, null));
        Fallen staff = fallen("Staff", whole("officers", "20"));
        is(supplements(List.of(brigade), successor(List.of(brigade), of(LAND, "400"))), Status.CANNOT_BE_TOLD, "Brigade");
        is(supplements(List.of(staff), successor(List.of(staff), whole("officers", null))), Status.CANNOT_BE_TOLD, "Staff");
        is(supplements(List.of(staff), successor(List.of(staff), whole("teams", "2"))), Status.CANNOT_BE_TOLD);
        is(supplements(List.of(staff), successor(List.of(staff), whole("officers", "19"))), Status.NOT_MET);
        is(supplements(List.of(staff), successor(List.of(staff), whole("officers", "20"))), Status.MET);
        Fallen hidden = new Fallen(UUID.randomUUID(), "Hidden", true, List.of(of(LAND, "400")));
        is(supplements(List.of(hidden)), Status.CANNOT_BE_TOLD, "Hidden");
        is(supplements(List.of(hidden), sanctions(true, hidden)), Status.MET);
        is(supplements(List.of(hidden, staff)), Status.NOT_MET, "Staff");
        is(supplements(IntStream.rangeClosed(0, FallenAwayRepository.MAX_FALLEN).mapToObj(number -> fallen("One")).toList()),
                Status.CANNOT_BE_TOLD, "More than 10000");
    }
}
