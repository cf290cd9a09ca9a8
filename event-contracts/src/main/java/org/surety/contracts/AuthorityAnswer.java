package org.surety.contracts;

/** Whether a person could perform an act for a party. PROVISIONAL: not established, and not to be taken for a no either. */
public enum AuthorityAnswer {
    YES, NO, PROVISIONAL
}
