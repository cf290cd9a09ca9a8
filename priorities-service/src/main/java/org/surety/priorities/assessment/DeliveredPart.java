package org.surety.priorities.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.Series;

/**
 * One fact about one delivery, for one requirement: a row of {@code coverage_part} beside those of {@link Worth}.
 *
 * @param fact what it counts as, and the id of the delivery
 * @param quantity in the unit of the requirement; null: not known
 * @param amountsAudienceId who may see the quantity; null: who may see the commitment
 * @param counted nothing where the requirement does not accept what is delivered: the row tells whom a change of the requirement concerns
 */
public record DeliveredPart(UUID commitment, Series series, UUID requirementId, String party, String lead, String fact,
        BigDecimal quantity, int undisclosed, int audienceId, Integer amountsAudienceId, List<Counted> counted) {

    /**
     * What was delivered of a promise, for each requirement to which it contributes: the one definition. It asks for no stage of the promise,
     * for what was handed over was handed over; but what the requirement does not accept as a promise it does not accept as a delivery.
     *
     * @param units of the requirements, as far as they are known
     */
    public static List<DeliveredPart> of(Promise promise, List<Delivery> deliveries, Facts facts, Map<UUID, String> units) {
        List<DeliveredPart> parts = new ArrayList<>();
        if (promise.basis() == Basis.GUARANTEE) {
            List<UUID> requirements = promise.contributions().stream().map(Contribution::requirement).distinct().toList();
            for (UUID requirement : requirements) {
                boolean accepted = promise.isAcceptedBy(facts.requirement(requirement));
                for (Delivery delivery : deliveries) {
                    boolean attributable = requirements.size() == 1 && delivery.isIn(units.get(requirement));
                    parts.addAll(new Facet(promise, requirement, accepted, delivery).parts(attributable));
                }
            }
        }
        return parts;
    }

    private record Facet(Promise promise, UUID requirement, boolean accepted, Delivery delivery) {

        List<DeliveredPart> parts(boolean attributable) {
            if (!attributable) {
                return List.of(part(DeliveredAs.DELIVERED_NOT_ATTRIBUTABLE, null, 0, null, delivery.since()));
            }
            List<DeliveredPart> parts = new ArrayList<>();
            parts.add(part(DeliveredAs.DELIVERED, delivery.quantity(), delivery.since()));
            if (delivery.claimed()) {
                LocalDate since = delivery.claimedSince().isBefore(delivery.since()) ? delivery.since() : delivery.claimedSince();
                parts.add(part(DeliveredAs.DELIVERY_CONFIRMED, delivery.claimedQuantity(), since));
                if (delivery.contested() != null) {
                    parts.add(part(DeliveredAs.DELIVERY_CONTESTED, delivery.contested(), since));
                }
            }
            return parts;
        }

        private DeliveredPart part(DeliveredAs as, BigDecimal quantity, LocalDate since) {
            return part(as, quantity, quantity == null ? 1 : 0, promise.amountsAudienceId(), since);
        }

        private DeliveredPart part(DeliveredAs as, BigDecimal quantity, int undisclosed, Integer amounts, LocalDate since) {
            return new DeliveredPart(promise.id(), promise.series(), requirement, promise.party(), promise.party(),
                    as + " " + delivery.id(), quantity, undisclosed, promise.audienceId(), amounts,
                    accepted ? List.of(new Counted(as.name(), null, Days.from(since))) : List.of());
        }
    }
}
