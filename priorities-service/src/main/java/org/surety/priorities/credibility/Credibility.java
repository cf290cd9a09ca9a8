package org.surety.priorities.credibility;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.CriterionKind;
import org.surety.contracts.Series;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whether the guarantee can be believed, criterion by criterion, on a day and as far as it is released to the viewer.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param criteria those that are asked, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Credibility(Series series, String note, LocalDate asOf, List<Judged> criteria) {

    /** Where a criterion stands. */
    enum Status {
        MET, NOT_MET,
        /** What it needs is not disclosed to the viewer. */
        CANNOT_BE_TOLD
    }

    /**
     * Where a criterion stands and why.
     *
     * @param reason in a sentence, with the figures
     * @param rule what is asked, in words
     */
    record Judged(String code, String title, CriterionKind kind, Status status, String reason, String rule) {
    }
}
