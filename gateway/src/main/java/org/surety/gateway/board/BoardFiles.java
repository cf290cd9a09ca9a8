package org.surety.gateway.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The files of the board that the build has put on the class path: the page, and whatever it leads to by naming it. Read once, at start.
 * What the page does not reach is not served, and a gateway that was built without the board has none.
 */
@Singleton
class BoardFiles {

    /** Where the page is. */
    static final String PAGE = "/";

    private static final String CLASS_PATH = "META-INF/resources";
    /** Below this folder lies everything that the page loads, under names that change with the content. */
    private static final Pattern NAMED = Pattern.compile("/board(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+\\.[a-z0-9]+");

    private final ClassLoader classPath;
    private final BoardFile page;
    private final Map<String, BoardFile> files = new LinkedHashMap<>();

    @Inject
    BoardFiles() {
        this(Thread.currentThread().getContextClassLoader());
    }

    /** @throws IllegalStateException if nobody has said what kind of file one of them is */
    BoardFiles(ClassLoader classPath) {
        this.classPath = classPath;
        byte[] html = read("/index.html");
        page = html == null ? null : BoardFile.of("/index.html", html);
        if (html != null) {
            collect(html);
        }
    }

    Optional<BoardFile> page() {
        return Optional.ofNullable(page);
    }

    Collection<BoardFile> files() {
        return files.values();
    }

    Optional<BoardFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private void collect(byte[] html) {
        Deque<byte[]> unread = new ArrayDeque<>();
        unread.add(html);
        while (!unread.isEmpty()) {
            // Byte by byte: names are ASCII, and a picture names nothing.
            Matcher name = NAMED.matcher(new String(unread.remove(), StandardCharsets.ISO_8859_1));
            while (name.find()) {
                String path = name.group();
                byte[] bytes = files.containsKey(path) ? null : read(path);
                if (bytes != null) {
                    files.put(path, BoardFile.of(path, bytes));
                    unread.add(bytes);
                }
            }
        }
    }

    private byte[] read(String path) {
        try (InputStream file = classPath.getResourceAsStream(CLASS_PATH + path)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
