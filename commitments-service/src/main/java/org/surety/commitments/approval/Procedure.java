package org.surety.commitments.approval;

import org.surety.contracts.ApprovalEffect;

/**
 * By which rules a body decides, as far as they move an approval.
 *
 * @param blocking of a political undertaking: whether the party says that it waits for it
 * @param revocable whether the body can take a grant back
 * @param tacitAfterDays of a tacit approval: the days in which the body can object, counted from the day after it was told
 * @param continueAfterMonths of an approval to continue: how long what has begun may go on without it
 * @param grantedForMonths how long a grant holds that names no last day; null: without end
 */
record Procedure(ApprovalEffect effect, boolean blocking, boolean revocable, Integer tacitAfterDays, Integer continueAfterMonths,
        Integer grantedForMonths) {

    /** Whether what waits for it is blocked while nothing has been decided. */
    boolean blocksWhileOpen() {
        return switch (effect) {
            case PRIOR, TACIT -> true;
            case POLITICAL_UNDERTAKING -> blocking;
            case INFORMATION, TO_CONTINUE -> false;
        };
    }

    /** Whether a no of the body blocks what waits for it. */
    boolean blocksWhenRefused() {
        return effect == ApprovalEffect.TO_CONTINUE || blocksWhileOpen();
    }
}
