package org.surety.delegations.attendance;

import java.util.List;

import org.surety.contracts.Series;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A page of the participants of a gathering, in the order of protocol. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParticipantList(Series series, String note, List<Participant> items, String next) {
}
