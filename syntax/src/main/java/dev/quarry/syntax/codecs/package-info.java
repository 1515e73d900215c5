/// Python's text encodings: their names and aliases, and what they make of bytes, valid or not: [PythonCodec].
///
/// `codecs.txt` has a table for each encoding of single bytes, and for the others the charset of the JDK that comes
/// closest and where the two differ. It is generated from an interpreter, and a test holds it against one.
package dev.quarry.syntax.codecs;
