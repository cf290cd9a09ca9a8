package org.surety.priorities.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.BindingForm;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.RequirementState.AttributeRule;
import org.surety.contracts.RequirementState.Phase;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/**
 * A requirement as it is answered.
 *
 * @param rotationFactor so many times what is deployed is needed in the cycle
 * @param phases what is needed from later days on
 * @param withdrawalReason why it is needed no more; absent unless withdrawn
 */
public record RequirementRepresentation(UUID id, Series series, PriorityCode priority, String title, String unit,
        BigDecimal quantity, BigDecimal minimum, Domain domain, String place, String host, LocalDate from, LocalDate until,
        List<Kind> kinds,
        BindingForm bindingForm, String attributeRule, BigDecimal rotationFactor, List<Phase> phases,
        List<AttributeRule> attributeRules, boolean withdrawn, String withdrawalReason, Label.Representation label,
        long version) {

    static RequirementRepresentation from(Requirement requirement, Label label) {
        return new RequirementRepresentation(requirement.id(), requirement.series(), requirement.priority(), requirement.title(),
                requirement.unit(), requirement.quantity(), requirement.minimum(), requirement.domain(), requirement.place(),
                requirement.host(),
                requirement.from(), requirement.until(), requirement.kinds(), requirement.bindingForm(),
                requirement.attributeRule(), requirement.rotationFactor(), requirement.phases(), requirement.attributeRules(),
                requirement.isWithdrawn(), requirement.withdrawalReason(), label.representation(),
                requirement.version());
    }

    /** What is needed on a day in the whole cycle. */
    public Need needOn(LocalDate day) {
        return Need.on(day, new Need(quantity, minimum), phases, rotationFactor);
    }
}
