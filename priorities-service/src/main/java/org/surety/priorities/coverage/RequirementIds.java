package org.surety.priorities.coverage;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.surety.kit.problem.Violations;
import org.surety.priorities.requirement.RequirementRepresentation;

/** The requirements that a question names; none: all. Not ids by their type, of which a wrong one would look like a path that is missing. */
record RequirementIds(List<String> named) {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    Violations check(Violations violations) {
        return violations.check(named.stream().allMatch(id -> ID.matcher(id).matches()), "requirement", "must be an id");
    }

    Set<UUID> all() {
        return named.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    boolean have(RequirementRepresentation one) {
        return named.isEmpty() || all().contains(one.id());
    }
}
