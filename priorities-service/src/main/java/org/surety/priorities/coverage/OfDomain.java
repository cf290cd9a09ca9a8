package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.surety.contracts.Domain;
import org.surety.priorities.coverage.CoverageRepresentation.OfRequirement;

/**
 * How many requirements of a domain are met. Soldiers and aircraft cannot be added, so it counts requirements and sums nothing.
 *
 * @param requirements how many there are
 * @param assuredAtMinimum of these, how many are assured at their credible minimum by what is disclosed
 * @param availableAtMinimum of these, of how many so much is available
 */
record OfDomain(Domain domain, long requirements, long assuredAtMinimum, long availableAtMinimum) {

    /** Of each domain in which something is needed, in their order. */
    static List<OfDomain> of(List<OfRequirement> requirements) {
        return Arrays.stream(Domain.values())
                .map(domain -> of(domain, requirements.stream().filter(one -> one.domain() == domain).toList()))
                .filter(one -> one.requirements() > 0).toList();
    }

    private static OfDomain of(Domain domain, List<OfRequirement> needed) {
        return new OfDomain(domain, needed.size(), atMinimum(needed, one -> one.assured().quantity()),
                atMinimum(needed, one -> one.assured().available().quantity()));
    }

    private static long atMinimum(List<OfRequirement> needed, Function<OfRequirement, BigDecimal> quantity) {
        return needed.stream().filter(one -> quantity.apply(one).compareTo(one.minimum()) >= 0).count();
    }
}
