package org.surety.commitments.condition;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.surety.commitments.caveat.Caveat;
import org.surety.contracts.Kind;
import org.surety.kit.label.Label;

/**
 * The commitment that is asked about, as far as it matters here.
 *
 * @param requirements that it contributes to
 * @param consents the hosts that have given consent by the approvals that it needs, on the day that is asked about
 */
record Asked(UUID id, String party, String title, Label label, Kind kind, List<UUID> requirements, List<Caveat> caveats,
        List<Condition> conditions, Set<String> consents) {

    Candidate candidate() {
        return new Candidate(id, party, title, label, conditions, false);
    }
}
