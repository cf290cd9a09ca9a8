package org.surety.priorities.weaklink;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How much is assured, and how much of it is left without some of its parts. What several commitments name is there once. */
final class Holding {

    private final Map<Object, List<Part>> once = new LinkedHashMap<>();
    private final BigDecimal quantity;

    Holding(List<Part> parts) {
        parts.forEach(part -> once.computeIfAbsent(part.once(), key -> new ArrayList<>()).add(part));
        quantity = once.values().stream().map(named -> most(named, part -> true)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal quantity() {
        return quantity;
    }

    BigDecimal without(Set<Part> gone) {
        Set<Object> touched = new LinkedHashSet<>();
        gone.forEach(part -> touched.add(part.once()));
        BigDecimal left = quantity;
        for (Object name : touched) {
            List<Part> named = once.get(name);
            left = left.subtract(most(named, part -> true)).add(most(named, part -> !gone.contains(part)));
        }
        return left;
    }

    /** For each thing that is there once, the parts that name it. */
    Iterable<List<Part>> things() {
        return once.values();
    }

    private static BigDecimal most(List<Part> named, Predicate<Part> which) {
        return named.stream().filter(which).map(Part::known).reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
