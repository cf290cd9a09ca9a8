package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** A look at the board, in one window for each case; whatever the page complains of meanwhile makes the case fail. */
@ExtendWith(SuiteExtension.class)
abstract class BoardCase {
    static RunningSuite suite;
    static Api api;
    static Exercise exercise;
    static BoardBrowser browser;
    BoardWindow window;

    @BeforeAll
    static void take(RunningSuite running, BoardBrowser chromium) {
        suite = running;
        api = running.api();
        exercise = new Exercise(api);
        browser = chromium;
    }

    @AfterEach
    void pageHasNotComplained() {
        List<String> complaints = window.complaints();
        window.close();
        assertEquals(List.of(), complaints);
    }
}
