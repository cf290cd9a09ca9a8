package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.ShareState;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What another party gives of a commitment that several promise, as it stands in the row.
 *
 * @param since the day on which it was confirmed; null: it is not
 * @param act the last act of the party on it as it is described now; null: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Share(String party, BigDecimal percent, ShareState state, LocalDate since, UUID act) {

    /**
     * As it is described: by the lead party, and so far by nobody else.
     *
     * @param percent of each quantity and amount of the commitment: more than 0, at most 100, at most 4 digits behind the point
     */
    @Schema(name = "DescribedShare")
    record Described(String party, BigDecimal percent) {

        Described {
            percent = Numbers.plain(percent);
        }

        Share awaited() {
            return new Share(party, percent, ShareState.AWAITED, null, null);
        }
    }

    /**
     * As it is answered.
     *
     * @param since the day on which it was confirmed; absent: it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ShareRepresentation")
    record Representation(String party, BigDecimal percent, ShareState state, LocalDate since) {
    }

    Described described() {
        return new Described(party, percent);
    }

    Representation representation() {
        return new Representation(party, percent, state, since);
    }

    CommitmentState.Share published() {
        return new CommitmentState.Share(party, percent, state, since);
    }

    /**
     * As its lead party says it anew. What its party has withdrawn stays withdrawn.
     *
     * @param another whether it is a share of something else now
     */
    Share saidAnew(Described said, boolean another) {
        return state == ShareState.WITHDRAWN
                ? new Share(party, said.percent(), state, null, act)
                : another || !said.equals(described()) ? said.awaited() : this;
    }

    /** With an act of its party that is not judged to hold. */
    Share noting(UUID noted) {
        return new Share(party, percent, state, since, noted);
    }

    Share confirmed(LocalDate day, UUID by) {
        return new Share(party, percent, ShareState.CONFIRMED, day, by);
    }

    Share withdrawn(UUID by) {
        return new Share(party, percent, ShareState.WITHDRAWN, null, by);
    }
}
