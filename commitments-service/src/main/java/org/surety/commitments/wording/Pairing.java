package org.surety.commitments.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Which clause of a later text is which of an earlier one. Numbers alone say little: one clause struck out, and all behind it have another.
 * So first come clauses that say the same, then those with the same heading, then those that are nearly alike, the likest first; the same
 * number lowers what is asked of likeness. What is left of the earlier text is absent, what is left of the later one is new.
 */
final class Pairing {

    /** Clauses of one text share a third of their words by its manner alone. */
    private static final double ALIKE = 0.6;
    private static final double ALIKE_UNDER_THE_SAME_NUMBER = 0.45;

    private final List<Clause> earlier;
    private final List<Clause> later;
    private final int[] laterOf;
    private final boolean[] taken;

    private record Candidate(int from, int to, double likeness) {
    }

    private Pairing(List<Clause> earlier, List<Clause> later) {
        this.earlier = earlier;
        this.later = later;
        this.laterOf = new int[earlier.size()];
        this.taken = new boolean[later.size()];
        Arrays.fill(laterOf, -1);
    }

    /** The place in the later text of each clause of the earlier one; -1: it is absent. */
    static int[] of(List<Clause> earlier, List<Clause> later) {
        Pairing pairing = new Pairing(earlier, later);
        BiPredicate<Clause, Clause> sameText = (one, other) -> plain(one.text()).equals(plain(other.text()));
        BiPredicate<Clause, Clause> sameNumber = (one, other) -> Objects.equals(one.number(), other.number());
        BiPredicate<Clause, Clause> sameHeading = (one, other) -> one.heading() != null && other.heading() != null
                && plain(one.heading()).equals(plain(other.heading()));
        pairing.pair(sameText.and(sameNumber).and((one, other) -> Objects.equals(one.heading(), other.heading())));
        pairing.pair(sameText.and(sameNumber));
        pairing.pair(sameText.and(sameHeading));
        pairing.pair(sameText);
        pairing.pair(sameHeading.and(sameNumber));
        pairing.pairTheLikest();
        pairing.pair(sameHeading);
        return pairing.laterOf;
    }

    /** How a text is compared: white space is none of its words. */
    static String plain(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    /** The first with the first of those that fit. */
    private void pair(BiPredicate<Clause, Clause> fits) {
        for (int from = 0; from < laterOf.length; from++) {
            for (int to = 0; laterOf[from] < 0 && to < taken.length; to++) {
                if (!taken[to] && fits.test(earlier.get(from), later.get(to))) {
                    take(from, to);
                }
            }
        }
    }

    private void pairTheLikest() {
        List<Likeness> here = earlier.stream().map(clause -> Likeness.of(clause.text())).toList();
        List<Likeness> there = later.stream().map(clause -> Likeness.of(clause.text())).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int from = 0; from < laterOf.length; from++) {
            for (int to = 0; laterOf[from] < 0 && to < taken.length; to++) {
                double likeness = taken[to] ? 0 : here.get(from).to(there.get(to));
                String number = earlier.get(from).number();
                boolean sameNumber = number != null && number.equals(later.get(to).number());
                if (likeness >= (sameNumber ? ALIKE_UNDER_THE_SAME_NUMBER : ALIKE)) {
                    candidates.add(new Candidate(from, to, likeness));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
        candidates.stream().filter(candidate -> laterOf[candidate.from()] < 0 && !taken[candidate.to()])
                .forEachOrdered(candidate -> take(candidate.from(), candidate.to()));
    }

    private void take(int from, int to) {
        laterOf[from] = to;
        taken[to] = true;
    }
}
