package org.surety.contracts;

/**
 * What a person does for a party, as far as it asks for authority. A political promise creates no legal obligation and needs no full
 * powers; the others are acts relating to a treaty in the terms of the Vienna Convention on the Law of Treaties, or the issue of powers.
 */
public enum KindOfAct {
    POLITICAL_PROMISE, ADOPTION_OF_TEXT, CONSENT_TO_BE_BOUND, TERMINATION, ISSUE_OF_POWERS
}
