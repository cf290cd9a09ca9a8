package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Series;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.stating.Quantities;

/** What is assured of some requirements, for other features: as far as the viewer of the transaction may see. */
@ApplicationScoped
public class CoverageFigures {

    private final CoverageRepository sums;

    CoverageFigures(CoverageRepository sums) {
        this.sums = sums;
    }

    /** @param available the part of what is assured that is awake */
    public record Figure(BigDecimal assured, BigDecimal available) {

        public static final Figure NOTHING = new Figure(BigDecimal.ZERO, BigDecimal.ZERO);

        private Figure plus(BigDecimal quantity, boolean awake) {
            return new Figure(Quantities.plain(assured.add(quantity)),
                    awake ? Quantities.plain(available.add(quantity)) : available);
        }
    }

    /** Of those requirements of which anything is assured. */
    public Map<UUID, Figure> of(Series series, LocalDate day, Set<String> inForce, Collection<UUID> requirements) {
        Map<UUID, Figure> figures = new HashMap<>();
        for (CoverageSum sum : sums.sums(series, day, inForce, requirements)) {
            if (sum.what().equals(Stage.ASSURED.name())) {
                figures.put(sum.requirement(), figures.getOrDefault(sum.requirement(), Figure.NOTHING).plus(sum.quantity(),
                        sum.isAwake(inForce)));
            }
        }
        return figures;
    }
}
