package org.surety.contracts;

/** How a promise binds, and how a requirement demands that it binds. */
public enum BindingForm {
    POLITICAL, LEGAL
}
