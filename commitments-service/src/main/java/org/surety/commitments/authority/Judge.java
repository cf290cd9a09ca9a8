package org.surety.commitments.authority;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.contracts.Authority;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Rank;
import org.surety.kit.follow.Followers;
import org.surety.kit.follow.Followers.Knowledge;
import org.surety.kit.problem.InvalidRequest;

/**
 * Judges whether an act was done with authority, by what this service remembers of delegation-service. Where that may not be the whole of
 * it the answer is provisional: nobody is refused, and nothing denied, because of what has not arrived yet.
 */
@ApplicationScoped
public class Judge {

    private static final String OWNER = "delegations";

    private final Followers followers;
    private final AuthorityReferences references;
    private final Duration maxAge;
    private final Clock clock;

    /** @param maxAge what is remembered is good for a verdict as long as it was whole at most so long ago */
    Judge(Followers followers, AuthorityReferences references,
            @ConfigProperty(name = "surety.authority.max-age") Duration maxAge, Clock clock) {
        this.followers = followers;
        this.references = references;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** Whether enough is known for more than provisional verdicts. */
    public boolean isInformed() {
        return followers.knowledge(OWNER, maxAge).current();
    }

    /**
     * Refuses a person who is not of the party, and one whom nobody knows - but not while it is not known whether that is so.
     *
     * @param field of the request in which the person stands
     */
    public void requireOf(String party, UUID person, String field) {
        PersonReference known = references.person(person);
        if (known == null) {
            Knowledge knowledge = followers.knowledge(OWNER, Duration.ZERO);
            known = references.person(person);
            if (known == null && knowledge.current()) {
                throw new InvalidRequest(field, "is not known here; a person recorded a moment ago is known within seconds");
            }
        }
        if (known != null && !known.party().equals(party)) {
            throw new InvalidRequest(field, "is a person of " + known.party() + ", and the act would be one of " + party);
        }
    }

    public Verdict judge(Question question) {
        PersonReference person = references.person(question.person());
        if (question.act() == KindOfAct.POLITICAL_PROMISE && person != null) {
            // It needs nothing but the person, so nobody waits for what may be missing.
            return verdict(question, person, followers.knowledge(OWNER, null));
        }
        // First how much is known: what is read afterwards is at least as new.
        Knowledge knowledge = followers.knowledge(OWNER, maxAge);
        return verdict(question, references.person(question.person()), knowledge);
    }

    private Verdict verdict(Question question, PersonReference person, Knowledge knowledge) {
        return Verdict.of(answer(question, person, knowledge.current()), knowledge.logId(), knowledge.sequence(), clock.instant());
    }

    private Authority answer(Question question, PersonReference person, boolean current) {
        if (person == null || !person.party().equals(question.party())) {
            return current
                    ? without(AuthorityAnswer.NO, "No such person of " + question.party() + " is on record.")
                    : without(AuthorityAnswer.PROVISIONAL, "The person is not known here yet.");
        }
        if (!current && question.act() != KindOfAct.POLITICAL_PROMISE) {
            return without(AuthorityAnswer.PROVISIONAL,
                    "What is on record of the person's authority may not have arrived here yet.");
        }
        // Who may see the answer may see what it rests on, or the answer would tell of it.
        List<AuthorityState> grants = references.grants(question.person(), question.party()).stream()
                .filter(grant -> grant.label().covers(question.label())).map(Grant::state).toList();
        Rank rank = person.label().covers(question.label()) ? person.rank() : Rank.OTHER;
        return Authority.of(rank, grants, question.act(), question.scopes(), question.day());
    }

    private static Authority without(AuthorityAnswer answer, String missing) {
        return new Authority(answer, null, List.of(), missing);
    }
}
