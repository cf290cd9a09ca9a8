package org.surety.priorities.whatif;

import java.math.BigDecimal;

/**
 * What is there for a requirement at each stage.
 *
 * @param available the part of what is assured that is awake
 */
public record Figures(Figure pledged, Figure committed, Figure assured, Figure available) {

    static final Figures NOTHING = new Figures(Figure.NOTHING, Figure.NOTHING, Figure.NOTHING, Figure.NOTHING);

    /**
     * What is there at one stage.
     *
     * @param undisclosed of the commitments, how many state no quantity to this viewer
     */
    public record Figure(BigDecimal quantity, long undisclosed, long commitments) {

        static final Figure NOTHING = new Figure(BigDecimal.ZERO, 0, 0);

        Figure plus(Figure other) {
            return new Figure(plain(quantity.add(other.quantity)), undisclosed + other.undisclosed,
                    commitments + other.commitments);
        }

        Figure negated() {
            return new Figure(quantity.negate(), -undisclosed, -commitments);
        }

        /** The same number always reads the same. */
        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** What counts as something; nothing for what is no stage. */
    static Figures of(String what, boolean awake, Figure figure) {
        return switch (what) {
            case "PLEDGED" -> new Figures(figure, Figure.NOTHING, Figure.NOTHING, Figure.NOTHING);
            case "COMMITTED" -> new Figures(Figure.NOTHING, figure, Figure.NOTHING, Figure.NOTHING);
            case "ASSURED" -> new Figures(Figure.NOTHING, Figure.NOTHING, figure, awake ? figure : Figure.NOTHING);
            default -> NOTHING;
        };
    }

    Figures plus(Figures other) {
        return new Figures(pledged.plus(other.pledged), committed.plus(other.committed), assured.plus(other.assured),
                available.plus(other.available));
    }

    Figures minus(Figures other) {
        return plus(new Figures(other.pledged.negated(), other.committed.negated(), other.assured.negated(),
                other.available.negated()));
    }
}
