/// The tokens that Python's `tokenize` module gives, for each release in its own way: [PythonTokens].
///
/// They are not those of the compiler. Up to Python 3.11 the module is a loop over regular expressions
/// ([RegexTokenizer]); from 3.12 on it asks the compiler's tokenizer for comments and line breaks as well, in a mode that
/// forgives much and counts error positions in its own way ([CTokenizer]). So both are written after the module and share
/// nothing with the lexer, which serves the parser and goes on after errors.
package dev.quarry.syntax.tokenize;
