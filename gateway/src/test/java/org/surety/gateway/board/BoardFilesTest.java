package org.surety.gateway.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class BoardFilesTest {

    @Test
    void servedIsWhatThePageLeadsToHoweverFar() {
        BoardFiles files = read(
                Map.of("index.html", "<script src=\"/board/a.js\"></script>", "board/a.js", "import\"/board/b/c.js\";",
                        "board/b/c.js", "import(\"/board/a.js\")", "board/stray.js", ""));
        assertEquals(Set.of("/board/a.js", "/board/b/c.js"), paths(files));
        assertEquals("text/javascript; charset=utf-8", files.find("/board/a.js").orElseThrow().mediaType());
        assertTrue(files.find("/board/stray.js").isEmpty());
    }

    @Test
    void namesThatLeadOutOfTheFolderAreNotFollowed() {
        BoardFiles files = read(Map.of("index.html", "/board/../secret.js /board/.hidden.js /boards/a.js /other.js /board/d.js?x",
                "secret.js", "", "board/../secret.js", "", "board/.hidden.js", "", "boards/a.js", "", "other.js", "", "board/d.js",
                ""));
        assertEquals(Set.of("/board/d.js"), paths(files));
    }

    @Test
    void gatewayBuiltWithoutTheBoardHasNoPageAndNoFiles() {
        BoardFiles files = read(Map.of("board/a.js", ""));
        assertTrue(files.page().isEmpty());
        assertTrue(files.files().isEmpty());
    }

    @Test
    void fileOfUnknownKindIsNotServedAsAnything() {
        Map<String, String> unknown = Map.of("index.html", "\"/board/a.exe\"", "board/a.exe", "");
        assertThrows(IllegalStateException.class, () -> read(unknown));
    }

    private static Set<String> paths(BoardFiles files) {
        return files.files().stream().map(BoardFile::path).collect(Collectors.toSet());
    }

    private static BoardFiles read(Map<String, String> classPath) {
        return new BoardFiles(new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                String text = classPath.get(name.substring("META-INF/resources/".length()));
                return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
