/// Git's files, read as data: which repository a folder belongs to, its index, its ignore rules, its checked-out commit.
///
/// Nothing here runs git, hooks or filters, follows `include` directives or writes. The files may be hostile: sizes are
/// bounded before memory is taken, and matching a rule takes time in proportion to pattern times path, whatever the
/// pattern. JGit reads commits and trees ([dev.quarry.extract.scan.git.CommitDiff]). Its index, configuration and ignore
/// classes are not used: to measure timestamps they can create probe files beside what they read, they allocate what a
/// corrupt header asks for, match with backtracking regular expressions that a hostile `.gitignore` can make run for
/// hours (40 letters against nine stars: 7 s), and take 0.3 s to load, more than the listing of 2,000 files.
package dev.quarry.extract.scan.git;
