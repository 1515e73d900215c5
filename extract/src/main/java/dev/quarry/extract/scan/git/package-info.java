/// Git's files, read as data: which repository a folder belongs to, its index, its ignore rules, its checked-out commit.
///
/// Nothing here runs git, hooks or filters, follows `include` directives or writes. The files may be hostile: sizes are
/// bounded before memory is taken, and matching a rule takes time in proportion to pattern times path, whatever the
/// pattern. JGit is used where objects are needed; its index and ignore classes are not, because they write a probe file
/// into the repository to measure timestamps, allocate what a corrupt header asks for, and match with backtracking
/// regular expressions that a hostile `.gitignore` can make run for hours.
package dev.quarry.extract.scan.git;
