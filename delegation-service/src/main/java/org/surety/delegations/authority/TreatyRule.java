package org.surety.delegations.authority;

import org.surety.contracts.Authority;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.PartyKind;

/**
 * Says in a sentence by which article an answer was given: of the Vienna Convention on the Law of Treaties (1969) for states, and for
 * organisations of the one of 1986, which is not in force and is cited for what it codifies. It explains; what decides is
 * {@link Authority#of}.
 */
final class TreatyRule {

    private static final String STATES = " (Vienna Convention on the Law of Treaties, art. %s).";
    private static final String ORGANISATIONS = " (Vienna Convention on the Law of Treaties of international organisations, 1986, art. %s).";

    private TreatyRule() {
    }

    static String of(PartyKind kind, KindOfAct act, Authority authority) {
        if (act == KindOfAct.POLITICAL_PROMISE && authority.answer() == AuthorityAnswer.YES) {
            return "A political promise is no act relating to a treaty, and full powers are asked for such acts alone"
                    + cited(kind, "7(1)", "7(1)");
        }
        if (authority.answer() == AuthorityAnswer.PROVISIONAL) {
            return "Heads of state and government represent their state by virtue of their functions, and the function is not on record "
                    + "with its period" + cited(kind, "7(2)(a)", "7(2)(a)");
        }
        return authority.ground() == null ? without(kind, act) : by(authority.ground(), kind, act);
    }

    private static String by(Ground ground, PartyKind kind, KindOfAct act) {
        return switch (ground) {
            case OFFICE -> office(kind, act);
            case FULL_POWERS -> fullPowers(kind, act);
            case PRACTICE ->
                "It appears from practice or from other circumstances that the person was to be considered as representing "
                        + "the party without full powers" + cited(kind, "7(1)(b)", "7(3)(b)");
            case CONFIRMATION ->
                "An act of a person who was not authorised has legal effect once the party has confirmed it afterwards"
                        + cited(kind, "8", "8");
        };
    }

    private static String office(PartyKind kind, KindOfAct act) {
        return switch (act) {
            case ISSUE_OF_POWERS ->
                "Full powers emanate from the competent authority of a state or organ of an organisation, for which "
                        + "the holder of this office stands" + cited(kind, "2(1)(c)", "2(1)(c)");
            case TERMINATION ->
                "An instrument that ends a treaty needs no full powers where the head of state, the head of government "
                        + "or the minister for foreign affairs signs it" + cited(kind, "67(2)", "67(2)");
            default ->
                "Heads of state, heads of government and ministers for foreign affairs represent their state by virtue of their "
                        + "functions, without full powers" + cited(kind, "7(2)(a)", "7(2)(a)");
        };
    }

    private static String fullPowers(PartyKind kind, KindOfAct act) {
        return switch (act) {
            case ISSUE_OF_POWERS ->
                "Full powers emanate from the competent authority of a state or organ of an organisation, and here "
                        + "it has empowered the person to issue them" + cited(kind, "2(1)(c)", "2(1)(c)");
            case TERMINATION ->
                "Whoever communicates an instrument that ends a treaty may be called upon to produce full powers, and "
                        + "these are on record" + cited(kind, "67(2)", "67(2)");
            default -> "A person who produces appropriate full powers is considered as representing the party"
                    + cited(kind, "7(1)(a)", "7(3)(a)");
        };
    }

    private static String without(PartyKind kind, KindOfAct act) {
        return switch (act) {
            case ISSUE_OF_POWERS -> "Full powers emanate from the competent authority of a state or organ of an organisation"
                    + cited(kind, "2(1)(c)", "2(1)(c)");
            case TERMINATION ->
                "Whoever communicates an instrument that ends a treaty may be called upon to produce full powers, unless "
                        + "one of the three highest offices of a state has signed it" + cited(kind, "67(2)", "67(2)");
            case POLITICAL_PROMISE -> "A political promise needs no full powers, but only a person of the party makes it"
                    + cited(kind, "7(1)", "7(1)");
            default ->
                "An act of a person who cannot be considered as authorised is without legal effect unless the party confirms it "
                        + "afterwards" + cited(kind, "7 and 8", "7 and 8");
        };
    }

    private static String cited(PartyKind kind, String ofStates, String ofOrganisations) {
        return kind == PartyKind.STATE ? STATES.formatted(ofStates) : ORGANISATIONS.formatted(ofOrganisations);
    }
}
