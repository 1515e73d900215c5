package dev.quarry.cli;

import dev.quarry.extract.Extraction;
import dev.quarry.extract.ExtractionRequest;
import dev.quarry.extract.ExtractionSummary;
import dev.quarry.extract.FamilyOptions;
import dev.quarry.extract.cst.MatchTemplate;
import dev.quarry.extract.family.OptionException;
import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.syntax.PythonVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `quarry extract`
@Command(name = "extract", description = {"Extract a repository's facts into tables.",
    "Files that have not changed since the last run are not read again."})
final class ExtractCommand extends QuarryCommand {

    @Parameters(paramLabel = "REPO", description = "The repository's folder.")
    private Path repository;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the tables go (default: REPO/.quarry).")
    private Path out;

    @Option(names = "--datasets", paramLabel = "A,B", split = ",",
            description = "Only these datasets, families or views (default: all).")
    private List<String> datasets = List.of();

    @Option(names = "--python", paramLabel = "3.X", converter = PythonOption.class,
            description = "The Python that the files are written in (default: what the repository says, else the newest).")
    private PythonVersion python;

    @Option(names = "--module-root", paramLabel = "DIR",
            description = "A folder of REPO that modules are imported from (repeatable; default: what the repository says).")
    private List<String> moduleRoots = List.of();

    @Option(names = "--include", paramLabel = "GLOB", description = "Only files that match (gitignore syntax, repeatable).")
    private List<String> include = List.of();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "No files that match (gitignore syntax, repeatable).")
    private List<String> exclude = List.of();

    @Option(names = "--match", paramLabel = "NAME=PATTERN",
            description = {"Record the nodes that a pattern in LibCST's matcher notation matches (repeatable),",
                "e.g. 'prints=Call(func=Name(\"print\"))'."})
    private List<String> templates = List.of();

    @Option(names = "--option", paramLabel = "FAMILY.KEY=VALUE",
            description = "What a family extracts, e.g. cst.include_tokens=false (repeatable).")
    private List<String> options = List.of();

    @Option(names = "--jobs", paramLabel = "N", description = "Worker threads (default: one per core).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--blobs", description = "Store the content of files as well.")
    private boolean blobs;

    @Option(names = "--max-file-bytes", paramLabel = "N", description = "Larger files are listed, not parsed (default: 50000000).")
    private Integer maxFileBytes;

    @Option(names = "--follow-symlinks", description = "Read symbolic links to files inside the repository.")
    private boolean followSymlinks;

    @Option(names = "--submodules", description = "Extract the repositories inside the repository as well.")
    private boolean submodules;

    @Option(names = "--repo", paramLabel = "NAME", description = "Id of the repository (default: from its origin, or its folder's name).")
    private String repo;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Option(names = "--strict", description = "Exit with 1 if a file does not parse.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    @Override
    int run(Console console) throws Exception {
        Path root = console.resolve(repository);
        if (!Files.isDirectory(root)) {
            throw CommandFailure.badInput((Files.exists(root) ? "'" + repository + "' is no folder" : "no folder '" + repository + "'")
                    + "; name the folder of a repository");
        }
        if (jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs has to be at least 1, not " + jobs);
        }
        ExtractionSummary summary;
        try (ExtractionProgress progress = ExtractionProgress.on(console)) {
            summary = Extraction.run(request(console, root), progress);
        }
        console.print(json ? SummaryJson.of(summary) : SummaryText.of(summary, console));
        return strict && summary.filesWithErrors() > 0 ? ExitCode.FILES_WITH_ERRORS : ExitCode.DONE;
    }

    private FamilyOptions familyOptions() {
        try {
            return FamilyOptions.of(options).withTemplates(templates.stream().map(MatchTemplate::parse).toList());
        } catch (OptionException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /// The command line, and the repository's own configuration where the command line says nothing.
    private ExtractionRequest request(Console console, Path root) {
        RepositoryConfig config = RepositoryConfig.in(root);
        ScanOptions.Builder scan = ScanOptions.builder().repo(repo)
                .includeGlobs(include.isEmpty() ? config.include() : include)
                .excludeGlobs(exclude.isEmpty() ? config.exclude() : exclude)
                .emitBlobs(blobs).followSymlinks(followSymlinks).includeSubmodules(submodules);
        if (maxFileBytes != null) {
            scan.maxFileBytes(maxFileBytes);
        }
        return new ExtractionRequest(root, out == null ? null : console.resolve(out), datasets,
                python == null ? config.python() : python, moduleRoots(root), scan.build(), familyOptions(), jobs,
                null, VersionCommand.version());
    }

    /// The chosen module roots, relative to the repository's folder with `/` between names.
    private List<String> moduleRoots(Path root) {
        List<String> folders = new ArrayList<>();
        for (String folder : moduleRoots) {
            Path chosen = root.resolve(folder).normalize();
            if (!chosen.startsWith(root.normalize())) {
                throw CommandFailure.badInput("'" + folder + "' is outside of '" + repository
                        + "'; --module-root takes folders inside the repository, relative to it");
            }
            if (!Files.isDirectory(chosen)) {
                throw CommandFailure.badInput("no folder '" + folder + "' in '" + repository
                        + "'; --module-root takes folders inside the repository, relative to it");
            }
            StringJoiner names = new StringJoiner("/");
            root.normalize().relativize(chosen).forEach(name -> names.add(name.toString()));
            folders.add(names.toString());
        }
        return folders;
    }
}
