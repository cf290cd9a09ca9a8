package org.surety.commitments.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.party.PartyReferences;
import org.surety.kit.clock.Today;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.problem.Violations;

/** The deliveries of one commitment, for the commitment: what they add up to, and how they follow it. */
@ApplicationScoped
public class DeliveryUpkeep {

    private final DeliveryRepository deliveries;
    private final PartyReferences parties;
    private final Audiences audiences;
    private final ChangeLog log;
    private final Today today;

    DeliveryUpkeep(DeliveryRepository deliveries, PartyReferences parties, Audiences audiences, ChangeLog log, Today today) {
        this.deliveries = deliveries;
        this.parties = parties;
        this.audiences = audiences;
        this.log = log;
        this.today = today;
    }

    /** What was delivered as of a day, null: as it stands; and as known at an instant, null: now. Null: nothing. */
    @Transactional
    public DeliverySummary summary(Promise promise, LocalDate asOf, Instant knownAt) {
        return DeliverySummary.of(promise, deliveries.standing(promise.commitment(), knownAt), asOf);
    }

    /**
     * Keeps the deliveries with a promise that is said anew; refuses one that they would not fit. To be called once the commitment is
     * written, so that none comes meanwhile.
     *
     * @param relabelled whether its label changed
     * @param amountsRelabelled whether the one of its amounts changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Promise promise, boolean relabelled, boolean amountsRelabelled) {
        List<Delivery> all = deliveries.of(promise.commitment());
        List<Delivery> standing = all.stream().filter(Delivery::stands).toList();
        Violations violations = new DeliveryRules(promise, standing, today.day()).checkPromise();
        if (relabelled) {
            List<String> blind = blind(standing, promise.label());
            violations.check(blind.isEmpty(), "label",
                    "must be one under which the recipients of its deliveries see it: " + String.join(", ", blind));
        }
        if (amountsRelabelled || relabelled && !promise.amounts().equals(promise.label())) {
            violations.check(blind(standing, promise.amounts()).isEmpty(), "amountsLabel",
                    "must be one under which the recipients of its deliveries see how much: "
                            + String.join(", ", blind(standing, promise.amounts())));
        }
        violations.refuse();
        if (relabelled && !all.isEmpty()) {
            int audience = audiences.intern(promise.label());
            for (Delivery delivery : all) {
                delivery.showTo(audience);
                log.append(() -> DeliveryEvents.released(delivery, promise.label(), today.day()));
            }
        }
    }

    private List<String> blind(List<Delivery> standing, Label label) {
        return standing.stream().map(Delivery::recipient).distinct().filter(party -> !sees(party, label)).toList();
    }

    /** Those of these commitments of which something was delivered. */
    @Transactional
    public Set<UUID> delivered(Collection<UUID> commitments) {
        return deliveries.delivered(commitments);
    }

    /** Whether a party sees, today, what has this label. */
    public boolean sees(String party, Label label) {
        return label.release() == Release.PUBLIC || party.equals(label.owner()) || label.parties().contains(party)
                || label.release() == Release.COALITION && parties.isMember(party, today.day());
    }
}
