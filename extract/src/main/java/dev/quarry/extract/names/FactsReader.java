package dev.quarry.extract.names;

import dev.quarry.extract.family.ParsedFile;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.resolve.NameFacts;
import dev.quarry.syntax.resolve.NameFactsBuilder;

/// Takes the facts of files from their trees. A file without text has none, as in all other tables.
final class FactsReader {
    private static final byte[] NO_SOURCE = {};

    private final ParseOptions options;
    private final Parser parser = new Parser();
    private final NameFactsBuilder builder = new NameFactsBuilder();

    FactsReader(PythonVersion version) {
        this.options = ParseOptions.module(version);
    }

    NameFacts of(SyntaxTree tree) {
        return ParsedFile.isDecoded(tree) ? builder.build(tree) : empty();
    }

    /// @param bytes of a file; null for one that cannot be read or is too large
    NameFacts of(byte[] bytes) {
        return bytes == null ? empty() : of(parse(bytes));
    }

    private NameFacts empty() {
        return builder.build(parse(NO_SOURCE));
    }

    private SyntaxTree parse(byte[] bytes) {
        return parser.parse(SourceText.decode(bytes), options);
    }
}
