package org.surety.drills;

/** Bodies of the records that the drill itself writes. */
final class Bodies {
    private Bodies() {
    }

    static String requirement(String title) {
        return """
                {"series":"EXERCISE","priority":"MULTINATIONAL_FORCE","title":"%s","unit":"soldiers","quantity":1000000,"minimum":1,\
                "domain":"LAND","kinds":[],"bindingForm":"POLITICAL","label":{"release":"PUBLIC"}}"""
                .formatted(title);
    }

    /** Earlier support as PUT replaces it. */
    static String support(String title) {
        return "{" + described(title);
    }

    /** New earlier support of the exercise state XAA. */
    static String newSupport(String title) {
        return "{\"party\":\"XAA\",\"basis\":\"EARLIER_SUPPORT\"," + described(title);
    }

    private static String described(String title) {
        return "\"kind\":\"LOGISTICS\",\"category\":\"MILITARY\",\"title\":\"" + title
                + "\",\"quantity\":{\"quantity\":1,\"unit\":\"lorries\"},\"label\":{\"release\":\"PUBLIC\"}}";
    }
}
