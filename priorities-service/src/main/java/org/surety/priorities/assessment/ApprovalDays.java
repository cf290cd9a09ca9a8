package org.surety.priorities.assessment;

/**
 * On which days an approval stands in the way.
 *
 * @param refused the body has said no
 * @param blocked what needs it is blocked, whether by a no or because nothing is decided
 * @param consentOf of the consent of a host, whose; null: it is another kind of approval
 */
public record ApprovalDays(Days refused, Days blocked, String consentOf) {

    /** Of one that is not known: nobody can say that it is granted. */
    static final ApprovalDays UNKNOWN = new ApprovalDays(Days.NONE, Days.ALL, null);
}
