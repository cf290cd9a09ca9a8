package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.Undisclosed;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a commitment adds to one requirement.
 *
 * @param quantity not negative, in the requirement's unit; absent with a reason when undisclosed
 * @param element the formation or means that is meant, by the party's own name for it, at most 100 characters: what several commitments of
 *        the party name counts once; may be absent
 * @param unit the requirement's unit; to be stated where the quantity of the commitment is in another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contribution(UUID requirement, BigDecimal quantity, Undisclosed undisclosed, String unit,
        @Schema(description = ActRules.NO_NAMES) String element) {

    public Contribution {
        quantity = Numbers.plain(quantity);
    }

    public Contribution(UUID requirement, BigDecimal quantity, Undisclosed undisclosed, String unit) {
        this(requirement, quantity, undisclosed, unit, null);
    }

    Contribution in(String requirementUnit) {
        return new Contribution(requirement, quantity, undisclosed, requirementUnit, element);
    }
}
