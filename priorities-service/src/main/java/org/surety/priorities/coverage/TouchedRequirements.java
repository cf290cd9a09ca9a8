package org.surety.priorities.coverage;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.transaction.TransactionScoped;

/** The requirements of which a figure may have changed in the current transaction. */
@TransactionScoped
public class TouchedRequirements implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LinkedHashSet<UUID> ids = new LinkedHashSet<>();

    void add(Collection<UUID> touched) {
        touched.stream().filter(Objects::nonNull).forEach(ids::add);
    }

    /** Those since it was last asked. */
    public Set<UUID> take() {
        Set<UUID> taken = new LinkedHashSet<>(ids);
        ids.clear();
        return taken;
    }
}
