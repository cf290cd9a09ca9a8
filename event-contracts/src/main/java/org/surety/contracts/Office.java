package org.surety.contracts;

/**
 * An office by which a person represents without producing full powers: article 7(2)(a) of the Vienna Convention on the Law of Treaties.
 * The head of an organisation is the organ that issues its powers, and binds it by none of its own (convention of 1986, article 7(4)).
 */
public enum Office {
    HEAD_OF_STATE, HEAD_OF_GOVERNMENT, FOREIGN_MINISTER, HEAD_OF_ORGANISATION
}
