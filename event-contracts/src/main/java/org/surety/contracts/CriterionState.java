package org.surety.contracts;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a criterion by which the credibility of the guarantee is judged. Events {@code criterion.established} and
 * {@code criterion.amended}; subject is the code.
 *
 * @param priority of ATTRIBUTE_IN_PRIORITY; else null. So with the next two
 * @param attributes that a party has to have, all of them
 * @param atLeast how many such parties there have to be
 * @param percent of SHARE_OF_ONE_PARTY: what no party may give more than; else null
 * @param enabled whether it is asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriterionState(String code, Series series, CriterionKind kind, String title, PriorityCode priority,
        List<PartyAttribute> attributes, Integer atLeast, BigDecimal percent, boolean enabled) {
}
