package org.surety.commitments.party;

import org.surety.contracts.Series;

/** What this service knows of a party: enough to tell whose commitment is whose. */
public record PartyReference(String code, Series series) {
}
