package org.surety.commitments.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What became of the clauses of an earlier text in a later one.
 *
 * @param from the number of the earlier text
 * @param to the number of the later text
 * @param absent how many clauses of the earlier text the later one does not have
 * @param clauses those of the later text in their order, each absent one behind what it stood behind
 */
record TextComparison(int from, int to, int absent, int added, int changed, int same, List<ComparedClause> clauses) {

    /** What became of a clause. */
    enum Outcome {
        ABSENT, ADDED, CHANGED, SAME
    }

    /**
     * A clause of both texts, or of one.
     *
     * @param outcome of its heading and text; another number alone is no change
     * @param from as the earlier text has it; absent: it is new
     * @param to as the later text has it; absent: it is not there any more
     */
    record ComparedClause(Outcome outcome, Clause from, Clause to) {

        private static ComparedClause of(Clause from, Clause to) {
            boolean same = Pairing.plain(from.text()).equals(Pairing.plain(to.text()))
                    && Pairing.plain(from.heading()).equals(Pairing.plain(to.heading()));
            return new ComparedClause(same ? Outcome.SAME : Outcome.CHANGED, from, to);
        }
    }

    static TextComparison of(WordedText earlier, WordedText later) {
        List<ComparedClause> clauses = compare(earlier.clauses(), later.clauses());
        return new TextComparison(earlier.number(), later.number(), count(clauses, Outcome.ABSENT), count(clauses, Outcome.ADDED),
                count(clauses, Outcome.CHANGED), count(clauses, Outcome.SAME), clauses);
    }

    private static int count(List<ComparedClause> clauses, Outcome outcome) {
        return (int) clauses.stream().filter(clause -> clause.outcome() == outcome).count();
    }

    static List<ComparedClause> compare(List<Clause> earlier, List<Clause> later) {
        int[] laterOf = Pairing.of(earlier, later);
        int[] earlierOf = new int[later.size()];
        Arrays.fill(earlierOf, -1);
        for (int from = 0; from < laterOf.length; from++) {
            if (laterOf[from] >= 0) {
                earlierOf[laterOf[from]] = from;
            }
        }
        List<ComparedClause> compared = new ArrayList<>();
        absentFrom(0, earlier, laterOf, compared);
        for (int to = 0; to < earlierOf.length; to++) {
            int from = earlierOf[to];
            if (from < 0) {
                compared.add(new ComparedClause(Outcome.ADDED, null, later.get(to)));
            } else {
                compared.add(ComparedClause.of(earlier.get(from), later.get(to)));
                absentFrom(from + 1, earlier, laterOf, compared);
            }
        }
        return compared;
    }

    /** The absent clauses that stand one behind the other from a place on. */
    private static void absentFrom(int place, List<Clause> earlier, int[] laterOf, List<ComparedClause> compared) {
        for (int from = place; from < laterOf.length && laterOf[from] < 0; from++) {
            compared.add(new ComparedClause(Outcome.ABSENT, earlier.get(from), null));
        }
    }
}
