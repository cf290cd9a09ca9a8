package org.surety.priorities.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.Series;
import org.surety.kit.follow.ReceivedChange;

/**
 * When something was last done with a commitment: the row of {@code commitment_activity}.
 *
 * @param lastActOn the latest day on which its party announced, filed, decided, withdrew it or said how ready it is; null: none is known, or it
 *        is no guarantee
 */
record CommitmentActivity(UUID id, long version, String party, Series series, LocalDate lastActOn, int audienceId) {

    static CommitmentActivity from(ReceivedChange change, int audience) {
        CommitmentState state = change.state(CommitmentState.class);
        return new CommitmentActivity(state.id(), change.version(), state.party(), state.series(), lastActOn(state), audience);
    }

    private static LocalDate lastActOn(CommitmentState state) {
        return state.basis() != Basis.GUARANTEE
                ? null
                : days(state).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
    }

    /** An act on the share of another party is that party's. */
    private static Stream<LocalDate> days(CommitmentState state) {
        List<LocalDate> days = new ArrayList<>();
        days.add(state.announcedOn() == null ? null : state.announcedOn().day());
        days.add(state.decision() == null ? null : state.decision().decidedOn());
        some(state.acts()).filter(act -> act.party() == null || act.party().equals(state.party()))
                .forEach(act -> days.add(act.doneOn()));
        some(state.readiness()).forEach(statement -> days.add(statement.doneOn()));
        return days.stream();
    }

    private static <T> Stream<T> some(List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
