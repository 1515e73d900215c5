/// Python's front end: bytes in, lossless syntax tree and diagnostics out, for grammars 3.8 to 3.15.
///
/// Start with [dev.quarry.syntax.Parser]. CPython is the specification; every difference is a defect. The package
/// depends on the JDK alone, never throws on input and recurses no deeper than a constant.
package dev.quarry.syntax;
