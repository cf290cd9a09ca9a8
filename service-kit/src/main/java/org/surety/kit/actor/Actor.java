package org.surety.kit.actor;

import java.util.Set;

import org.surety.contracts.Series;

/**
 * Who acts: taken from the token and nothing else.
 *
 * @param subject the claim {@code sub}: an opaque id, never a name
 * @param client the client that obtained the token ({@code azp})
 * @param party the claim {@code party}; null for who belongs to none
 * @param roles see {@link Role}
 */
public record Actor(String subject, String client, String party, Set<String> roles) {

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isOf(String party) {
        return this.party != null && this.party.equals(party);
    }

    /** The series of the party; null for who belongs to none. */
    public Series series() {
        return party == null ? null : Series.ofParty(party);
    }
}
