package org.surety.commitments.requirement;

import java.util.Set;
import java.util.UUID;

import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/**
 * What this service knows of a requirement: enough to tell whether a contribution fits it.
 *
 * @param kinds the eligible kinds; empty: every kind
 * @param domain in which it stands; null while it is not known yet
 * @param host on whose territory it has to be met; null: on nobody's
 * @param label who may see it: what names it cannot be released wider
 */
public record RequirementReference(UUID id, Series series, PriorityCode priority, String unit, Set<Kind> kinds, boolean withdrawn,
        Domain domain, String host,
        Label label) {
}
