package org.surety.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a scenario after a change: a what-if, of which nothing is so. Events {@code scenario.drawn}, {@code scenario.redrawn} and
 * {@code scenario.deleted}; subject is the id. What follows from it is in no event: it is asked for, of the data of that moment.
 *
 * @param party whose it is; null: the coordinator's
 * @param steps in their order, at most 50
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScenarioState(UUID id, String party, Series series, String title, List<Step> steps) {

    /**
     * What it takes as given. Records that it names may be released to fewer than the scenario.
     *
     * @param party of WITHDRAW_PARTY and ADD_PLEDGE
     * @param commitment of WITHDRAW_COMMITMENT and DROP_CAVEAT
     * @param approval of REFUSE_APPROVAL, DELAY_APPROVAL and GRANT_APPROVAL
     * @param situation of SITUATION
     * @param requirement of ADD_PLEDGE
     * @param quantity of ADD_PLEDGE, in the unit of the requirement
     * @param kind of ADD_PLEDGE
     * @param assured of ADD_PLEDGE: whether it counts as assured; null: it does. False: as pledged alone
     * @param caveat of DROP_CAVEAT
     * @param from the first day, of all but the withdrawals, DELAY_APPROVAL and DROP_CAVEAT
     * @param until of DELAY_APPROVAL: it blocks on each day before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(ScenarioStepKind step, String party, UUID commitment, UUID approval, SituationKind situation,
            UUID requirement, BigDecimal quantity, Kind kind, Boolean assured, CaveatKind caveat, LocalDate from, LocalDate until) {
    }
}
