package org.surety.delegations.accreditation;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;

/**
 * An accreditation as answered.
 *
 * @param party the sender
 * @param host the party that was asked
 */
public record AccreditationRepresentation(UUID id, Series series, Reference gathering, Reference delegation, String party,
        String host,
        Reference person, Accreditation.Status status, LocalDate requestedOn, HostDecision decision, Withdrawn withdrawal,
        Label.Representation label, long version) {

    /** How it was taken back. */
    record Withdrawn(String reason, LocalDate withdrawnOn) {
    }

    static AccreditationRepresentation from(Accreditation a, Label label, Set<UUID> visible) {
        return new AccreditationRepresentation(a.id(), a.series(), Reference.to(a.gathering(), visible::contains),
                Reference.to(a.delegation(), visible::contains), a.party(), a.host(), Reference.to(a.person(), visible::contains),
                a.status(),
                a.requestedOn(), a.decision(), a.withdrawal(), label.representation(), a.version());
    }

    /** The records it refers to. */
    static Stream<UUID> referencesOf(Accreditation a) {
        return Stream.of(a.gathering(), a.delegation(), a.person());
    }
}
