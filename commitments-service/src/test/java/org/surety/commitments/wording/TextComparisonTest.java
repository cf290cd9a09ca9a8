package org.surety.commitments.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.surety.commitments.wording.TextComparison.ComparedClause;
import org.surety.commitments.wording.TextComparison.Outcome;

/** What became of the clauses of a draft. */
class TextComparisonTest {

    private static final Clause FORCE = clause("1", "Force",
            "The parties deploy a multinational force on the territory of Juniper.");
    private static final Clause SUPPORT = clause("2", "Support", "Iris supports the force with intelligence and logistics.");
    private static final Clause CELL = clause("3", "Cell", "A coordination cell works at the headquarters in Amber.");
    private static final Clause REVIEW = clause("4", "Review", "The parties review this text each year in spring.");

    private static Clause clause(String number, String heading, String text) {
        return new Clause(number, heading, text);
    }

    private static List<String> compared(List<Clause> earlier, List<Clause> later) {
        return TextComparison.compare(earlier, later).stream().map(TextComparisonTest::text).toList();
    }

    private static String text(ComparedClause clause) {
        return clause.outcome() + " " + (clause.from() == null ? "-" : clause.from().number()) + " "
                + (clause.to() == null ? "-" : clause.to().number());
    }

    @Test
    void aClauseThatWasStruckOutIsFoundThoughTheOthersMovedUp() {
        List<Clause> later = List.of(FORCE, clause("2", "Cell", CELL.text()), clause("3", "Review", REVIEW.text()));
        assertThat(compared(List.of(FORCE, SUPPORT, CELL, REVIEW), later)).containsExactly("SAME 1 1", "ABSENT 2 -", "SAME 3 2",
                "SAME 4 3");
    }

    @Test
    void itIsFoundWhereClausesHaveNumbersAlone() {
        List<Clause> earlier = List.of(clause("1", null, FORCE.text()), clause("2", null, SUPPORT.text()),
                clause("3", null, CELL.text()));
        List<Clause> later = List.of(clause("1", null, FORCE.text()),
                clause("2", null, CELL.text().replace("A coordination", "The")));
        assertThat(compared(earlier, later)).containsExactly("SAME 1 1", "ABSENT 2 -", "CHANGED 3 2");
    }

    @Test
    void whatIsNearlyTheSameIsChangedAndWhatIsNotIsNew() {
        Clause reworded = clause("7", "Cell of coordination", "A coordination cell works at the headquarters in Birch.");
        Clause fresh = clause("2", null, "Disputes go to nobody.");
        assertThat(compared(List.of(SUPPORT, CELL), List.of(fresh, reworded))).containsExactly("ABSENT 2 -", "ADDED - 2",
                "CHANGED 3 7");
    }

    @Test
    void theSameHeadingIsTheSameClauseHoweverItIsReworded() {
        assertThat(compared(List.of(SUPPORT), List.of(clause("9", "Support", "Nothing is promised here.")))).containsExactly(
                "CHANGED 2 9");
    }

    @Test
    void whiteSpaceAndAnotherNumberAreNoChangeAndAnotherHeadingIs() {
        assertThat(
                compared(List.of(CELL), List.of(clause("4", "Cell", " A  coordination cell works\nat the headquarters in Amber."))))
                .containsExactly("SAME 3 4");
        assertThat(compared(List.of(CELL), List.of(clause("3", "Office", CELL.text())))).containsExactly("CHANGED 3 3");
    }

    @Test
    void anEmptySideIsAllAbsentOrAllNew() {
        assertThat(compared(List.of(FORCE, CELL), List.of())).containsExactly("ABSENT 1 -", "ABSENT 3 -");
        assertThat(compared(List.of(), List.of(CELL))).containsExactly("ADDED - 3");
    }

    @Test
    void scriptsWithoutBlanksAreComparedSignBySign() {
        Clause draft = clause(null, null, "各方在领土上部署多国部队");
        assertThat(compared(List.of(draft), List.of(clause(null, null, "各方在邻国领土上部署多国部队")))).containsExactly("CHANGED null null");
        assertThat(compared(List.of(draft), List.of(clause(null, null, "此处没有任何承诺")))).containsExactly("ABSENT null -",
                "ADDED - null");
    }

    @Test
    void everyClauseOfBothTextsStandsInTheComparisonOnce() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Clause> earlier = text(random);
            List<Clause> later = text(random);
            List<ComparedClause> compared = TextComparison.compare(earlier, later);
            assertThat(compared.stream().map(ComparedClause::from).filter(clause -> clause != null))
                    .containsExactlyInAnyOrderElementsOf(earlier);
            assertThat(compared.stream().map(ComparedClause::to).filter(clause -> clause != null)).containsExactlyElementsOf(later);
            assertThat(compared).allSatisfy(clause -> {
                assertThat(clause.outcome() == Outcome.ABSENT).isEqualTo(clause.to() == null);
                assertThat(clause.outcome() == Outcome.ADDED).isEqualTo(clause.from() == null);
            });
            assertThat(TextComparison.compare(earlier, earlier)).extracting(ComparedClause::outcome).containsOnly(Outcome.SAME);
        }
    }

    private static List<Clause> text(Random random) {
        List<Clause> clauses = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("the parties");
            for (int word = random.nextInt(5); word >= 0; word--) {
                text.append(' ').append((char) ('a' + random.nextInt(4)));
            }
            clauses.add(clause(random.nextBoolean() ? Integer.toString(i) : null, random.nextInt(3) == 0 ? "H" + i : null,
                    text.toString()));
        }
        return clauses;
    }
}
