package org.surety.delegations.person;

import org.surety.contracts.Rank;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;

/** A person to be recorded. Without a label the record is released to everybody. */
record PersonRecord(String party, String name, String post, Rank rank, Label.Representation label) {

    PersonRecord {
        label = label == null ? new Label.Representation(Release.PUBLIC, null) : label;
    }

    void check() {
        new PersonDescription(name, post, rank).check();
    }
}
