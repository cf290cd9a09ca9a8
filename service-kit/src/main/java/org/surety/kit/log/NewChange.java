package org.surety.kit.log;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.Envelope;
import org.surety.kit.label.Label;

/**
 * A change to be appended.
 *
 * @param type short, e.g. {@code record.amended}; the major version of the contract is 1 unless it says otherwise
 * @param subject the id of the record
 * @param version of the record after the change, from 1
 * @param state the full state after the change, a contract record; at most 64 KB as JSON
 * @param changed the names of the fields that changed; empty: the record is new
 * @param effectiveOn the day from which it is so in the world, not the day it was recorded
 * @param bulk made by an import: yields to the others
 * @param withheld consumers learn nothing of it but its place in the log
 */
public record NewChange(String type, String subject, long version, Object state, Label label, List<String> changed, Reason reason,
        LocalDate effectiveOn, boolean bulk, boolean withheld) {

    public static NewChange of(String type, Object subject, long version, Object state, Label label, LocalDate effectiveOn) {
        return new NewChange(type, subject.toString(), version, state, label, List.of(), Reason.NEW_FACT, effectiveOn, false,
                false);
    }

    public NewChange changing(List<String> fields, Reason reason) {
        return new NewChange(type, subject, version, state, label, fields, reason, effectiveOn, bulk, withheld);
    }

    public NewChange withheldFromConsumers() {
        return new NewChange(type, subject, version, state, label, changed, reason, effectiveOn, bulk, true);
    }

    String fullType() {
        return Envelope.TYPE_PREFIX + type + (type.matches(".*\\.v[0-9]+") ? "" : ".v1");
    }
}
