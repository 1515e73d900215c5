package dev.quarry.cli;

import dev.quarry.syntax.PythonVersion;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `--python 3.X`.
final class PythonOption implements ITypeConverter<PythonVersion> {

    @Override
    public PythonVersion convert(String value) {
        return PythonVersion.parse(value).orElseThrow(() -> new TypeConversionException(unknown(value)));
    }

    /// What to say about a version that is none.
    static String unknown(String value) {
        PythonVersion[] versions = PythonVersion.values();
        return "unknown Python version '" + value + "'; known are " + versions[0] + " to " + versions[versions.length - 1];
    }
}
