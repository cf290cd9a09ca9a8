package org.surety.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a requirement after a change. Events {@code requirement.stated}, {@code requirement.amended} and
 * {@code requirement.withdrawn}; subject is the id.
 *
 * @param quantity what is needed, in units
 * @param minimum the credible minimum, not above the quantity
 * @param kinds the kinds that are eligible; empty: every kind
 * @param withdrawalReason why it is needed no more; null unless withdrawn
 * @param rotationFactor so many times what is deployed is needed in the cycle; null: as much as is deployed
 * @param phases in the order of their days, each of which takes the place of quantity and minimum; null: none
 * @param attributeRules null: none
 * @param host the party on whose territory it has to be met; null: on nobody's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequirementState(UUID id, Series series, PriorityCode priority, String title, String unit, BigDecimal quantity,
        BigDecimal minimum, Domain domain, String place, LocalDate from, LocalDate until, List<Kind> kinds, BindingForm bindingForm,
        String attributeRule, boolean withdrawn, String withdrawalReason, String host, BigDecimal rotationFactor,
        List<Phase> phases,
        List<AttributeRule> attributeRules) {

    /**
     * What is needed from a day on, until the next phase.
     *
     * @param quantity in units
     * @param minimum not above the quantity
     */
    public record Phase(LocalDate from, BigDecimal quantity, BigDecimal minimum) {
    }

    /**
     * What must be true of the parties that contribute.
     *
     * @param attributes all of which a party has
     * @param atLeast so many parties
     */
    public record AttributeRule(List<PartyAttribute> attributes, int atLeast) {
    }
}
