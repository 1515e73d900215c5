package dev.quarry.extract.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads what the folders of a repository's projects say of distributions: virtual environments, lock files, requirements
/// files and packaging files. Git's rules do not matter here: environments and often locks are ignored.
final class DistributionReader {
    private static final int LOCK_BYTES = 1 << 24;
    private static final int REQUIREMENTS_BYTES = 1 << 22;
    private static final int MOST_FILES = 100;
    private static final long ENVIRONMENT_BYTES = 1L << 28;
    private static final Predicate<String> TOML_LOCK =
            Pattern.compile("(uv|poetry|pdm)\\.lock|pylock\\.([^.]+\\.)?toml").asMatchPredicate();
    private static final Predicate<String> REQUIREMENTS = Pattern.compile("requirements.*\\.txt").asMatchPredicate();

    private final Distributions.Builder found = new Distributions.Builder();
    private final long[] environmentBytes = {ENVIRONMENT_BYTES};

    private DistributionReader() {}

    static Distributions read(List<ProjectFiles> projects) {
        DistributionReader reader = new DistributionReader();
        for (ProjectFiles project : projects) {
            reader.read(project);
        }
        return reader.found.build();
    }

    private void read(ProjectFiles project) {
        DeclaredRequirements.read(project, found::add);
        eachFile(project, "", TOML_LOCK, LOCK_BYTES, LockFile::readToml);
        eachFile(project, "", "Pipfile.lock"::equals, LOCK_BYTES, LockFile::readPipfile);
        eachFile(project, "", REQUIREMENTS, REQUIREMENTS_BYTES, DistributionReader::readRequirements);
        eachFile(project, "requirements/", name -> name.endsWith(".txt"), REQUIREMENTS_BYTES,
                DistributionReader::readRequirements);
        for (String name : VirtualEnvironment.NAMES) {
            Path folder = project.location().resolve(name);
            if (VirtualEnvironment.isOne(folder)) {
                found.addEnvironment(project.folder() + name);
                try {
                    new VirtualEnvironment(folder, environmentBytes, found::add).read();
                } catch (IOException e) {
                    found.add(new ProjectProblem(project.folder() + name + "/", project.folder() + name
                            + " can't be read (" + e.getMessage() + "); check its permissions, or remove it"));
                }
            }
        }
    }

    /// Reads the files of a folder whose names are asked for, in the order of their names.
    private void eachFile(ProjectFiles project, String below, Predicate<String> isWanted, int maxBytes,
            BiConsumer<String, Consumer<Distribution>> parser) {
        Path folder = project.location().resolve(below);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder,
                entry -> isWanted.test(entry.getFileName().toString()))) {
            entries.forEach(files::add);
        } catch (IOException e) {
            unreadable(project.folder() + below, e);
        } catch (DirectoryIteratorException e) {
            unreadable(project.folder() + below, e.getCause());
        }
        files.sort(null);
        for (Path file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
            String path = project.folder() + below + file.getFileName();
            try {
                parser.accept(ProjectFiles.utf8(ProjectFile.read(file, maxBytes)), found::add);
            } catch (IOException e) {
                found.add(new ProjectProblem(path, e.getMessage()));
            }
        }
        if (files.size() > MOST_FILES) {
            found.add(new ProjectProblem(project.folder() + below, "of " + files.size() + " files with requirements in "
                    + folder + " only " + MOST_FILES + " are read; remove those that nobody needs"));
        }
    }

    private void unreadable(String path, IOException reason) {
        found.add(new ProjectProblem(path.isEmpty() ? null : path,
                (path.isEmpty() ? "the repository's folder" : path) + " can't be listed (" + reason.getMessage()
                        + "); check its permissions"));
    }

    private static void readRequirements(String text, Consumer<Distribution> found) {
        text.lines().forEach(line -> Requirement.parse(line).ifPresent(found));
    }
}
