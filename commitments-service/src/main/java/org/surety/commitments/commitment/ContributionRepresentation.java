package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a commitment adds to a requirement, as it is answered: who sees the commitment does not always see the requirement. What it has in
 * common with {@link Contribution} is explained there.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContributionRepresentation(Reference requirement, BigDecimal quantity, Undisclosed undisclosed, String unit,
        String element) {

    static ContributionRepresentation of(Contribution contribution, Predicate<UUID> visible) {
        return new ContributionRepresentation(Reference.to(contribution.requirement(), visible), contribution.quantity(),
                contribution.undisclosed(), contribution.unit(), contribution.element());
    }

    boolean hidesRequirement() {
        return Reference.NOT_RELEASED.equals(requirement);
    }
}
