package org.surety.contracts;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of exclusions: which requirement a caveat contradicts. It is told as it is decided: {@link #table}.
 */
public final class Exclusions {

    /** Kinds in which soldiers may have to fight. */
    private static final Set<Kind> COMBAT = EnumSet.of(Kind.FORCE_CONTRIBUTION, Kind.ATTACK_RESPONSE);

    private Exclusions() {
    }

    /** A row of the table. */
    public record Row(CaveatKind caveat, String excludes, String reason) {
    }

    public static List<Row> table() {
        return List.of(CaveatKind.values()).stream().map(kind -> new Row(kind, requirements(kind), reason(kind))).toList();
    }

    /**
     * What of a requirement a caveat may contradict.
     *
     * @param host the party on whose territory it has to be met; null: on nobody's
     * @param kinds that are eligible; empty: every kind
     */
    public record Scope(Domain domain, String host, Collection<Kind> kinds) {

        /** Whether who contributes to it goes onto the territory of a host by land. */
        public boolean isOnTerritory() {
            return host != null && domain == Domain.LAND;
        }
    }

    /** Why the caveat excludes a commitment of this kind from the requirement; empty: it does not. */
    public static Optional<String> reason(CaveatKind caveat, Kind kind, Scope requirement) {
        boolean excludes = switch (caveat) {
            case NOT_ON_TERRITORY, FROM_NEIGHBOURING_TERRITORY_ONLY -> requirement.isOnTerritory();
            case MARITIME_ONLY -> isOther(requirement.domain(), Domain.MARITIME);
            case AIR_ONLY -> isOther(requirement.domain(), Domain.AIR);
            case NON_COMBAT -> COMBAT.contains(kind) && !requirement.kinds().isEmpty() && COMBAT.containsAll(requirement.kinds());
            case OTHER -> false;
        };
        return excludes ? Optional.of(reason(caveat)) : Optional.empty();
    }

    private static boolean isOther(Domain domain, Domain only) {
        return domain != null && domain != Domain.NONE && domain != only;
    }

    private static String requirements(CaveatKind caveat) {
        return switch (caveat) {
            case NOT_ON_TERRITORY, FROM_NEIGHBOURING_TERRITORY_ONLY -> "requirements of the domain LAND on the territory of a host";
            case MARITIME_ONLY -> "requirements of the domains LAND, AIR, CYBER and SPACE";
            case AIR_ONLY -> "requirements of the domains LAND, MARITIME, CYBER and SPACE";
            case NON_COMBAT -> "requirements that take only the kinds FORCE_CONTRIBUTION and ATTACK_RESPONSE";
            case OTHER -> "none by itself";
        };
    }

    private static String reason(CaveatKind caveat) {
        return switch (caveat) {
            case NOT_ON_TERRITORY -> "It is not for the territory of the host, where the requirement has to be met.";
            case FROM_NEIGHBOURING_TERRITORY_ONLY ->
                "It acts from neighbouring territory only; the requirement has to be met on the territory of the host.";
            case MARITIME_ONLY -> "It acts at sea only; the requirement is of another domain.";
            case AIR_ONLY -> "It acts in the air only; the requirement is of another domain.";
            case NON_COMBAT -> "It is not for combat, and the requirement takes nothing else.";
            case OTHER -> "Its text says what it restricts.";
        };
    }
}
