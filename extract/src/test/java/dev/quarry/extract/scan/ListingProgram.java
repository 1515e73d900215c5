package dev.quarry.extract.scan;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Lists the working directory in a JVM of its own; see [WalkListingTest].
final class ListingProgram {
    private ListingProgram() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Recording listing = Recording.of(Path.of(""));
        FileReader reader = new FileReader(1000);
        for (ListedFile file : listing.files) {
            FileReading reading = reader.read(file, true);
            boolean located = PathText.locate(listing.facts.root(), file.path()).equals(file.location());
            out.println(file.path() + " "
                    + (reading instanceof FileReading.Complete complete ? complete.bytes().length : reading)
                    + " located=" + located);
        }
        listing.scope.values().stream().filter(row -> !row.included())
                .forEach(row -> out.println("out " + row.path() + " " + row.reason()));
    }
}
