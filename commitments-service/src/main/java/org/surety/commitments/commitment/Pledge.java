package org.surety.commitments.commitment;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.caveat.Caveat;
import org.surety.commitments.condition.Condition;
import org.surety.commitments.trigger.Trigger;
import org.surety.contracts.Basis;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedText;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Particulars;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.Relations;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;

/**
 * A commitment to be drafted. What it has in common with {@link CommitmentDescription} is explained there.
 *
 * @param party whose promise it is; its code
 * @param externalId the id that the party's own register has for it, unique in that party; may be absent
 */
record Pledge(String party, Basis basis, Kind kind, @Schema(description = ActRules.NO_NAMES) String category,
        @Schema(description = ActRules.NO_NAMES) String title, @Schema(description = ActRules.NO_NAMES) String text,
        PriorityCode priority,
        List<Contribution> contributions, Quantity quantity, Money money, Money euroValue, CommitmentDescription.Period period,
        @Schema(description = ActRules.NO_NAMES) DisclosedText place, Domain domain, DisclosedDay announcedOn,
        @Schema(description = ActRules.NO_NAMES) List<Source> sources, @Schema(description = ActRules.NO_NAMES) String group,
        UUID pointOfContact, UUID instrument, List<UUID> approvals, List<Caveat> caveats, List<Condition> conditions,
        List<Trigger> triggers, Relations relations, Particulars particulars,
        List<Share.Described> shares, Label.Representation amountsLabel, String externalId, Label.Representation label) {

    static final int MAX_EXTERNAL_ID = 200;

    void check() {
        new Violations().check(party != null && party.matches("[A-Z]{2,12}"), "party", "must be the code of a party")
                .check(basis != null, "basis", "must be stated")
                .optionalText(externalId, "externalId", MAX_EXTERNAL_ID)
                .check(externalId == null || !externalId.isBlank(), "externalId", "must not be blank").refuse();
    }

    CommitmentDescription description() {
        return new CommitmentDescription(kind, category, title, text, priority, contributions, quantity, money, euroValue, period,
                place, domain, announcedOn, sources, group, pointOfContact, instrument, approvals, caveats, conditions,
                triggers, relations, particulars, shares, amountsLabel, label);
    }
}
