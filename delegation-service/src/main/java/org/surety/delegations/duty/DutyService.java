package org.surety.delegations.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.delegations.duty.Duties.Excerpt;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.RecordNotFound;

/** Gathers what a party has to do, in one transaction and of one day, from what the viewer may see. */
@ApplicationScoped
class DutyService {

    /** More of one kind is no list to work off on a morning; the lists of the records themselves have pages. */
    static final int LIMIT = 100;

    private static final int DEFAULT_DAYS = 30;

    /** A year: powers are rarely issued for longer, and whoever looks further ahead reads their list. */
    private static final int MAX_DAYS = 365;

    private final DutyRepository duties;
    private final CurrentActor actor;
    private final Today today;

    DutyService(DutyRepository duties, CurrentActor actor, Today today) {
        this.duties = duties;
        this.actor = actor;
        this.today = today;
    }

    /** Null for the viewer's own party and for 30 days. What another party has to do is as unknown as a record that is not there. */
    @Transactional
    Duties list(String asked, Integer within) {
        int days = within == null ? DEFAULT_DAYS : within;
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidRequest("within", "must be from 1 to " + MAX_DAYS);
        }
        String party = requireOwn(asked);
        LocalDate day = today.day();
        return Duties.of(party, day, days, LIMIT,
                excerpt(fetch -> duties.listAccreditationsToDecide(party, day, fetch)),
                excerpt(fetch -> duties.listAccreditationsAwaited(party, day, fetch)),
                excerpt(fetch -> duties.listCredentialsToPresent(party, day, fetch)),
                excerpt(fetch -> duties.listCredentialsInQuestion(party, day, fetch)),
                excerpt(fetch -> duties.listPowersEnding(party, day, day.plusDays(days), fetch)),
                excerpt(fetch -> duties.listPowersEnding(party, day.minusDays(days), day.minusDays(1), fetch)),
                excerpt(fetch -> duties.listPowersOfErased(party, day, fetch)));
    }

    private String requireOwn(String asked) {
        Actor viewer = actor.require();
        if (asked != null && !viewer.isOf(asked)) {
            throw new RecordNotFound();
        }
        if (viewer.party() == null) {
            throw new NotPermitted("Your token names no party, so there is nothing for it to do.");
        }
        return viewer.party();
    }

    /** One more than the limit is read, to know whether there are others. */
    private static <T> Excerpt<T> excerpt(IntFunction<List<T>> listing) {
        List<T> rows = listing.apply(LIMIT + 1);
        return new Excerpt<>(rows.subList(0, Math.min(rows.size(), LIMIT)), rows.size() > LIMIT);
    }
}
