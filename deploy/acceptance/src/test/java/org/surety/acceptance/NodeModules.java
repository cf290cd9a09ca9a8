package org.surety.acceptance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The packages of npm that are on the class path as artifacts of mvnpm, laid out as Node and TypeScript look for them. What browsers need is in
 * the artifact itself, the declarations of types are in an archive inside of it.
 */
final class NodeModules {
    private static final String MARK = "META-INF/importmap.json";
    private static final String MORE = "META-INF/.more.tgz";
    private static final Pattern FILE = Pattern.compile("(?:META-INF/)?resources/_static/[^/]+/[^/]+/(.+[^/])");

    private NodeModules() {
    }

    /** Fills the folder, in which each package is below its name. */
    static void unpack(Path folder) throws IOException {
        for (URL mark : Collections.list(NodeModules.class.getClassLoader().getResources(MARK))) {
            JarURLConnection connection = (JarURLConnection) mark.openConnection();
            connection.setUseCaches(false);
            try (JarFile artifact = connection.getJarFile()) {
                unpack(artifact, folder);
            }
        }
    }

    private static void unpack(JarFile artifact, Path folder) throws IOException {
        JarEntry description = artifact.stream().filter(entry -> inPackage(entry.getName()).equals("package.json")).findFirst()
                .orElse(null);
        if (description == null) {
            return;
        }
        Path target = folder.resolve(new ObjectMapper().readTree(artifact.getInputStream(description)).path("name").asText());
        for (JarEntry entry : Collections.list(artifact.entries())) {
            write(target, entry.getName(), artifact.getInputStream(entry));
        }
        JarEntry more = artifact.getJarEntry(MORE);
        if (more != null) {
            try (TarArchiveInputStream archive = new TarArchiveInputStream(
                    new GZIPInputStream(new BufferedInputStream(artifact.getInputStream(more))))) {
                for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    write(target, entry.getName(), archive);
                }
            }
        }
    }

    private static void write(Path target, String name, InputStream content) throws IOException {
        String inside = inPackage(name);
        if (!inside.isEmpty()) {
            Path file = target.resolve(inside).normalize();
            if (!file.startsWith(target)) {
                throw new IOException(name + " leads out of its package");
            }
            Files.createDirectories(file.getParent());
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The path in the package; empty for what is none of its files. */
    private static String inPackage(String name) {
        Matcher file = FILE.matcher(name);
        return file.matches() ? file.group(1) : "";
    }
}
