package org.surety.commitments.approval;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The approvals for those who name them, as far as they are released to the viewer. */
@ApplicationScoped
public class Approvals {

    private final ApprovalRepository approvals;

    Approvals(ApprovalRepository approvals) {
        this.approvals = approvals;
    }

    /** Those of these that the viewer may see. */
    @Transactional
    public Set<UUID> visible(Collection<UUID> ids) {
        return find(ids).keySet();
    }

    /** Those of these ids that are known, by id. */
    public Map<UUID, ApprovalReference> find(Collection<UUID> ids) {
        return approvals.find(ids).stream()
                .map(approval -> new ApprovalReference(approval.id(), approval.series(), approval.label()))
                .collect(Collectors.toMap(ApprovalReference::id, Function.identity()));
    }
}
