package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import org.surety.commitments.party.PartyReference;
import org.surety.contracts.Basis;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;

/**
 * What the shares of a joint commitment must be. All broken rules are named at once.
 *
 * @param parties those that are named, as far as they are known here
 * @param sees whether a party sees what has a label
 * @param before the shares as they stand; empty for a new one
 */
record ShareRules(String party, Basis basis, Series series, Map<String, PartyReference> parties, BiPredicate<String, Label> sees,
        List<Share> before) {

    static final int MOST = 20;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int FRACTION = 4;

    void require(CommitmentDescription description) {
        List<Share.Described> shares = description.shares();
        Violations violations = new Violations().check(shares.size() <= MOST, "shares", "must be at most " + MOST)
                .check(shares.isEmpty() || basis == Basis.GUARANTEE, "shares",
                        "are for guarantees alone: earlier support was given by one party");
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            String field = "shares[" + i + "]";
            Share.Described share = shares.get(i);
            if (share == null) {
                violations.check(false, field, "must be stated");
                continue;
            }
            String code = share.party();
            violations.check(
                    shares.stream().limit(i).noneMatch(other -> other != null && code != null && code.equals(other.party())),
                    field + ".party", "is named twice");
            party(code, description, field + ".party", violations);
            BigDecimal percent = share.percent();
            boolean written = percent != null && percent.signum() > 0 && percent.compareTo(WHOLE) <= 0
                    && Numbers.fits(percent, 3, FRACTION);
            violations.check(written, field + ".percent",
                    "must be more than 0 and at most 100, with at most " + FRACTION + " digits behind the point");
            sum = written ? sum.add(percent) : sum;
        }
        violations.check(sum.compareTo(WHOLE) <= 0, "shares", "must not be more than 100 percent in all");
        for (Share share : before) {
            violations.check(share.state() != ShareState.CONFIRMED || shares.stream().anyMatch(one -> one != null
                    && share.party().equals(one.party())), "shares",
                    "must keep the share of " + share.party() + ", which has confirmed it and withdraws it itself");
        }
        violations.refuse();
    }

    private void party(String code, CommitmentDescription description, String field, Violations violations) {
        PartyReference known = code == null ? null : parties.get(code);
        violations.check(known != null, field, "is not known here; a party registered a moment ago is known within seconds")
                .check(known == null || known.series() == series, field, "must be of the same series")
                .check(known == null || !code.equals(party), field, "must be another party: the rest is the share of " + party);
        if (known == null || known.series() != series) {
            return;
        }
        Label label = description.label().ownedBy(party, series);
        Label amounts = description.amountsLabel() == null ? label : description.amountsLabel().ownedBy(party, series);
        violations.check(sees.test(code, label), field, "must see the commitment, which is released as " + label.release())
                .check(amounts.equals(label) || sees.test(code, amounts), field,
                        "must see how much is promised, which is released as " + amounts.release());
    }
}
