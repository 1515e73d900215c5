/// Benchmarks. [dev.quarry.bench.WholeProcess] measures commands as users run them;
/// [dev.quarry.bench.PythonPipeline] an extraction beside Python's own libraries; [dev.quarry.bench.FrontEnd] measures
/// the Python front end warm, with JMH; [dev.quarry.bench.ColdStart] its first file in a fresh JVM;
/// [dev.quarry.bench.RetainedTrees] the memory of trees. `bench/peers` compares it with other parsers.
/// `docs/performance.md` has the figures and the commands that reproduce them.
package dev.quarry.bench;
