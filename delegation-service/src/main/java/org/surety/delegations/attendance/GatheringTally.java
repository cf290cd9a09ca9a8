package org.surety.delegations.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.surety.contracts.Level;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Rank;
import org.surety.contracts.Series;

/**
 * How many delegations came, by the kind of their party, by level and by the rank of the head. States and organisations are never added up:
 * an organisation at a table of states is not one more state.
 */
record GatheringTally(Series series, String note, List<OfKind> kinds) {

    /**
     * The delegations of one kind of party.
     *
     * @param levels only levels that occur
     * @param undisclosed the delegations whose level is not known
     * @param headRanks only ranks that occur; of joint heads the highest
     * @param headRanksUndisclosed the delegations whose head, or the head's rank, is not known
     */
    record OfKind(PartyKind partyKind, long delegations, Map<Level, Long> levels, long undisclosed, Map<Rank, Long> headRanks,
            long headRanksUndisclosed) {

        private static OfKind of(PartyKind kind, List<Attending> attending) {
            Map<Level, Long> levels = count(attending, delegation -> delegation.delegation().level().level(), Level.class);
            Map<Rank, Long> ranks = count(attending, Attending::headRank, Rank.class);
            return new OfKind(kind, attending.size(), levels, attending.size() - sum(levels), ranks, attending.size() - sum(ranks));
        }
    }

    static GatheringTally of(Series series, Collection<Attending> attending) {
        Map<PartyKind, List<Attending>> kinds = attending.stream()
                .collect(Collectors.groupingBy(delegation -> delegation.party().kind(), TreeMap::new, Collectors.toList()));
        List<OfKind> tally = new ArrayList<>();
        kinds.forEach((kind, delegations) -> tally.add(OfKind.of(kind, delegations)));
        return new GatheringTally(series, Attending.note(series), tally);
    }

    private static <K extends Enum<K>> Map<K, Long> count(List<Attending> attending, Function<Attending, K> by, Class<K> type) {
        return attending.stream().map(by).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), () -> new EnumMap<>(type), Collectors.counting()));
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
