package org.surety.kit.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Series;
import org.surety.kit.problem.InvalidRequest;

class LabelTest {

    @Test
    void equalLabelsHaveOneCanonicalText() {
        assertThat(Label.of(Release.NAMED, Series.REAL, "FRA", List.of("POL", "DEU", "FRA", "DEU")).key())
                .isEqualTo("NAMED|REAL|FRA|DEU,POL");
        assertThat(Label.of(Release.COALITION, Series.EXERCISE, null, List.of()).key()).isEqualTo("COALITION|EXERCISE|");
        assertThat(Label.of(Release.PUBLIC, Series.REAL, "FRA", List.of())).isEqualTo(Label.openToAll());
    }

    @Test
    void canonicalTextAndLabelAreTheSame() {
        for (Label label : List.of(Label.openToAll(), Label.national("XAA"),
                Label.of(Release.COALITION, Series.EXERCISE, null, List.of()),
                Label.of(Release.COALITION, Series.REAL, "FRA", List.of()),
                Label.of(Release.NAMED, Series.REAL, "FRA", List.of("DEU")))) {
            assertThat(Label.parse(label.key())).isEqualTo(label);
        }
    }

    @Test
    void partiesAreNamedWithNamedAndOnlyThen() {
        refused(new Label.Representation(Release.NAMED, null), "XAA", "label.parties");
        refused(new Label.Representation(Release.PUBLIC, List.of("XAB")), "XAA", "label.parties");
        refused(new Label.Representation(Release.NAMED, List.of("x")), "XAA", "label.parties");
        refused(new Label.Representation(Release.NAMED, List.of("FRA")), "XAA", "label.parties");
        refused(new Label.Representation(null, null), "XAA", "label.release");
        refused(new Label.Representation(Release.NATIONAL, null), null, "label.release");
        refused(new Label.Representation(Release.NAMED, List.of("XAB")), null, "label.release");
        assertThat(new Label.Representation(Release.NAMED, List.of("XAB")).ownedBy("XAA", Series.EXERCISE).parties())
                .containsExactly("XAB");
    }

    @Test
    void aLabelCoversAnotherWhenWhoeverSeesThatOneSeesThis() {
        Label.Representation open = new Label.Representation(Release.PUBLIC, null);
        Label.Representation coalition = new Label.Representation(Release.COALITION, null);
        Label.Representation some = new Label.Representation(Release.NAMED, List.of("XAB"));
        Label.Representation more = new Label.Representation(Release.NAMED, List.of("XAC", "XAB"));
        Label.Representation national = new Label.Representation(Release.NATIONAL, null);
        covers(Label.openToAll(), List.of(open, coalition, some, more, national), List.of());
        covers(coalition.ownedBy("XAA", Series.EXERCISE), List.of(coalition, some, more, national), List.of(open));
        covers(more.ownedBy("XAA", Series.EXERCISE), List.of(some, more, national), List.of(open, coalition));
        covers(some.ownedBy("XAA", Series.EXERCISE), List.of(some, national), List.of(open, coalition, more));
        covers(Label.national("XAA"), List.of(national), List.of(open, coalition, some, more));
    }

    @Test
    void ofDifferentOwnersEachSeesItsOwn() {
        Label mine = Label.of(Release.NAMED, Series.EXERCISE, "XAA", List.of("XAB", "XAC"));
        assertThat(mine.covers(Label.of(Release.NAMED, Series.EXERCISE, "XAB", List.of("XAA", "XAC")))).isTrue();
        assertThat(mine.covers(Label.of(Release.NAMED, Series.EXERCISE, "XAB", List.of("XAD")))).isFalse();
        assertThat(mine.covers(Label.of(Release.NAMED, Series.EXERCISE, "XAD", List.of("XAB")))).isFalse();
        assertThat(mine.covers(Label.national("XAB"))).isTrue();
        assertThat(mine.covers(Label.national("XAD"))).isFalse();
        assertThat(Label.national("XAA").covers(Label.national("XAB"))).isFalse();
        Label coalition = Label.of(Release.COALITION, Series.EXERCISE, "XAA", List.of());
        assertThat(coalition.covers(Label.of(Release.COALITION, Series.EXERCISE, "XAB", List.of()))).isTrue();
        assertThat(coalition.covers(Label.openToAll())).isFalse();
        assertThat(mine.covers(coalition)).isFalse();
        assertThat(Label.openToAll().covers(Label.openToAll())).isTrue();
    }

    private static void covers(Label label, List<Label.Representation> covered, List<Label.Representation> others) {
        assertThat(covered).allMatch(other -> label.covers(other.ownedBy("XAA", Series.EXERCISE)));
        assertThat(others).noneMatch(other -> label.covers(other.ownedBy("XAA", Series.EXERCISE)));
    }

    private static void refused(Label.Representation label, String owner, String field) {
        assertThatThrownBy(() -> label.ownedBy(owner, Series.EXERCISE)).isInstanceOf(InvalidRequest.class)
                .hasMessageContaining(field);
    }
}
