package org.surety.kit.run;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this process only migrates: then it neither numbers nor follows a log. */
@ApplicationScoped
public class Migrating {

    private final boolean active;

    Migrating(@ConfigProperty(name = "surety.migrating", defaultValue = "false") boolean active) {
        this.active = active;
    }

    public boolean isActive() {
        return active;
    }
}
