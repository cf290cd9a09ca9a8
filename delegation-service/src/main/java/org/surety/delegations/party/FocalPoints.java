package org.surety.delegations.party;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.surety.contracts.PartyState.FocalPoint;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/**
 * The parties whose editors may enter on behalf of another one: the whole list, which replaces the one before.
 *
 * @param focalPoints each party once, with the first and the last day (included); an absent end is open. Empty: nobody enters any more
 */
record FocalPoints(List<FocalPoint> focalPoints) {

    /** A ministry that lets more than a few others write for it has given its record away. */
    private static final int MAX_FOCAL_POINTS = 20;

    /** In the order of the codes, so that the same parties in another order are the same list. */
    List<FocalPoint> inOrder() {
        return focalPoints.stream().sorted(Comparator.comparing(FocalPoint::party)).toList();
    }

    void check(String party) {
        new Violations().check(focalPoints != null, "focalPoints", "must be stated; an empty list names nobody").refuse();
        Violations violations = new Violations();
        violations.check(focalPoints.size() <= MAX_FOCAL_POINTS, "focalPoints", "must be at most " + MAX_FOCAL_POINTS);
        List<String> codes = focalPoints.stream().map(focalPoint -> focalPoint == null ? null : focalPoint.party()).toList();
        violations.check(codes.stream().distinct().count() == codes.size(), "focalPoints", "must not name a party twice");
        violations.check(codes.stream().allMatch(Objects::nonNull), "focalPoints", "must be codes of parties");
        violations.check(!codes.contains(party), "focalPoints", "must be other parties");
        violations.check(codes.stream().filter(Objects::nonNull).allMatch(c -> Series.ofParty(c) == Series.ofParty(party)),
                "focalPoints", "must be of the series of the party");
        violations.check(focalPoints.stream().filter(Objects::nonNull)
                .allMatch(f -> f.from() == null || f.until() == null || !f.until().isBefore(f.from())), "focalPoints",
                "must not end before they begin");
        violations.refuse();
    }
}
