package org.surety.delegations.credentials;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;

/**
 * Credentials as answered.
 *
 * @param party the sender
 * @param host the party to which they were presented
 */
public record CredentialsRepresentation(UUID id, Series series, Reference gathering, Reference delegation, String party,
        String host,
        List<Reference> persons, Reference issuedBy, LocalDate issuedOn, LocalDate presentedOn, Credentials.Status status,
        Examination examination, Label.Representation label, long version) {

    static CredentialsRepresentation from(Credentials c, Label label, Set<UUID> visible) {
        return new CredentialsRepresentation(c.id(), c.series(), Reference.to(c.gathering(), visible::contains),
                Reference.to(c.delegation(), visible::contains), c.party(), c.host(),
                c.persons().stream().map(person -> Reference.to(person, visible::contains)).toList(),
                Reference.to(c.issuedBy(), visible::contains),
                c.issuedOn(), c.presentedOn(), c.status(), c.examination(), label.representation(), c.version());
    }

    /** The records they refer to. */
    static Stream<UUID> referencesOf(Credentials c) {
        return Stream.concat(c.persons().stream(), Stream.of(c.gathering(), c.delegation(), c.issuedBy()).filter(Objects::nonNull));
    }
}
