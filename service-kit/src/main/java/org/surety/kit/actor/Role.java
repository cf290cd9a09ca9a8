package org.surety.kit.actor;

/** The roles of a token, as they stand in its claim {@code roles}. What each may do is in docs/policy.csv. */
public final class Role {

    public static final String READER = "reader";
    public static final String EDITOR = "editor";
    public static final String COORDINATOR = "coordinator";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";
    public static final String SERVICE = "service";

    /** Of a screen on a wall, beside {@code reader}: it is of no party and sees what all of the coalition see, whatever else its token says. */
    public static final String DISPLAY = "display";

    private Role() {
    }
}
