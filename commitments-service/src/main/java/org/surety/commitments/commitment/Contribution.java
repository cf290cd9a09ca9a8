package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.util.UUID;

import org.surety.contracts.Undisclosed;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a commitment adds to one requirement.
 *
 * @param quantity not negative, in the requirement's unit; absent with a reason when undisclosed
 * @param unit the requirement's unit; to be stated where the quantity of the commitment is in another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contribution(UUID requirement, BigDecimal quantity, Undisclosed undisclosed, String unit) {

    public Contribution {
        quantity = Numbers.plain(quantity);
    }

    Contribution in(String requirementUnit) {
        return new Contribution(requirement, quantity, undisclosed, requirementUnit);
    }
}
