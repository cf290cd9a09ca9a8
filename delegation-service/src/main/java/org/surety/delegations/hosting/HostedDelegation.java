package org.surety.delegations.hosting;

import java.util.List;
import java.util.UUID;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.InvalidRequest;

/** A delegation at the gathering of a host: what its party addresses to that host. */
public record HostedDelegation(UUID id, Series series, String party, HostedGathering gathering) {

    /**
     * The label of a record that the party keeps with the host: as stated, if the host may see it, or else there would be nobody to decide.
     *
     * @param stated null: for the host alone
     */
    public Label label(Label.Representation stated) {
        String host = gathering.host();
        if (stated == null) {
            return host.equals(party) ? Label.national(party) : Label.of(Release.NAMED, series, party, List.of(host));
        }
        Label label = stated.ownedBy(party, series);
        boolean shown = host.equals(party) || switch (label.release()) {
            case NATIONAL -> false;
            case NAMED -> label.parties().contains(host);
            case COALITION -> gathering.hostOfTheCoalition();
            case PUBLIC -> true;
        };
        if (!shown) {
            throw new InvalidRequest("label", "must include the host " + host
                    + ": NAMED with it, PUBLIC, or COALITION where the host is of the coalition");
        }
        return label;
    }
}
