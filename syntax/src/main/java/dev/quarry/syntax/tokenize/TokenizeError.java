package dev.quarry.syntax.tokenize;

/// Why Python's `tokenize` gives up.
///
/// @param kind how the error is worded
/// @param message the message, or the name of the encoding that it is about
/// @param line 1-based; 0 where [Kind] has no position
/// @param column in characters, 0- or 1-based as Python gives it for this message; 0 where there is none
public record TokenizeError(Kind kind, String message, int line, int column) {
    /// The ways in which the command words an error.
    public enum Kind {
        /// `FILE:LINE:COLUMN: error: MESSAGE`
        POSITIONED,
        /// `FILE: error: MESSAGE`
        FILE,
        /// The first two lines don't decode.
        UNDECODABLE_DECLARATION,
        /// The declaration names an encoding that Python doesn't have.
        UNKNOWN_ENCODING,
        /// The declaration contradicts the byte order mark.
        CONTRADICTED_MARK,
        /// An exception that the command does not expect. Python prints a traceback as well.
        UNEXPECTED
    }

    static TokenizeError at(int line, int column, String message) {
        return new TokenizeError(Kind.POSITIONED, message, line, column);
    }

    static TokenizeError of(Kind kind, String message) {
        return new TokenizeError(kind, message, 0, 0);
    }

    /// The line that `python -m tokenize` prints, without its end.
    ///
    /// @param file the file's name as it was given
    /// @param fileRepr Python's repr of that name
    public String render(String file, String fileRepr) {
        return switch (kind) {
            case POSITIONED -> file + ":" + line + ":" + column + ": error: " + message;
            case FILE -> file + ": error: " + message;
            case UNDECODABLE_DECLARATION ->
                    file + ": error: invalid or missing encoding declaration for " + fileRepr;
            case UNKNOWN_ENCODING -> file + ": error: unknown encoding for " + fileRepr + ": " + message;
            case CONTRADICTED_MARK -> file + ": error: encoding problem for " + fileRepr + ": utf-8";
            case UNEXPECTED -> "unexpected error: " + message;
        };
    }
}
