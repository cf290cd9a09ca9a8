import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the board's files for browsers, once in each build of the gateway and before anything else of it: esbuild turns {@code app/main.ts}
 * and what it imports into scripts and a style whose names change with their content, and {@code index.html} gets them where it says
 * {@code {#bundle /}}. Panels that are imported when they are first looked at are files of their own.
 * <p>
 * Run from its source by the build: {@code java Bundle.java <folder of the sources> <folder for the work> <folder for the files>}. No Node:
 * esbuild is a program. It removes the types of TypeScript and does not check them.
 */
public final class Bundle {

    private static final long LIMIT_MINUTES = 5;
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
    private static final String TAG = "{#bundle /}";

    private final Path sources;
    private final Path work;
    private final Path files;

    private Bundle(Path sources, Path work, Path files) {
        this.sources = sources;
        this.work = work;
        this.files = files;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Bundle(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).make();
    }

    private void make() throws IOException, InterruptedException {
        Path board = files.resolve("board");
        delete(board);
        Files.createDirectories(board);
        Path program = layOutPackages();
        run(List.of(program.toString(), sources.resolve("app").resolve("main.ts").toString(), "--bundle", "--format=esm", "--splitting", "--minify",
                "--target=es2022", "--charset=utf8", "--entry-names=[name]-[hash]", "--asset-names=assets/[name]-[hash]", "--loader:.svg=file",
                "--public-path=/board", "--outdir=" + board, "--log-level=warning", "--color=false"));
        String page = Files.readString(sources.resolve("index.html"));
        if (!page.contains(TAG)) {
            throw new IllegalStateException("index.html does not say where its scripts belong: " + TAG);
        }
        Files.writeString(files.resolve("index.html"), page.replace(TAG, tags(board)));
    }

    /** Puts each package where esbuild looks for it by its name, and answers esbuild itself. */
    private Path layOutPackages() throws IOException {
        Path modules = work.resolve("node_modules");
        delete(modules);
        Path program = null;
        try (Stream<Path> found = Files.walk(work.resolve("packages").resolve("META-INF/resources/_static"), 3)) {
            for (Path description : found.filter(path -> path.endsWith("package.json")).toList()) {
                Path folder = description.getParent();
                Matcher name = NAME.matcher(Files.readString(description));
                if (!name.find()) {
                    throw new IllegalStateException("no name in " + description);
                }
                if (name.group(1).startsWith("@esbuild/")) {
                    program = folder.resolve("bin").resolve("esbuild");
                } else {
                    Path place = modules.resolve(name.group(1));
                    Files.createDirectories(place.getParent());
                    Files.createSymbolicLink(place, folder);
                }
            }
        }
        if (program == null || !program.toFile().setExecutable(true)) {
            throw new IllegalStateException("esbuild is not among the packages: " + program);
        }
        return program;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("NODE_PATH", work.resolve("node_modules").toString());
        Process process = builder.start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("esbuild is not done within " + LIMIT_MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            System.exit(process.exitValue()); // it has said why
        }
    }

    private static String tags(Path board) throws IOException {
        StringBuilder tags = new StringBuilder();
        try (Stream<Path> made = Files.list(board)) {
            for (String name : made.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("main-")).sorted().toList()) {
                tags.append(name.endsWith(".css")
                        ? "<link rel=\"stylesheet\" href=\"/board/" + name + "\">\n"
                        : "<script type=\"module\" src=\"/board/" + name + "\"></script>\n");
            }
        }
        return tags.toString().stripTrailing();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
