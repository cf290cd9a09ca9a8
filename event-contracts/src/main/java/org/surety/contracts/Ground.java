package org.surety.contracts;

/**
 * On what a person's authority rests, in the order in which it is looked for: office (Vienna Convention on the Law of Treaties, article
 * 7(2)), full powers (7(1)(a)), accepted practice (7(1)(b)), later confirmation by the state (8).
 */
public enum Ground {
    OFFICE, FULL_POWERS, PRACTICE, CONFIRMATION
}
