/// Benchmarks. [dev.quarry.bench.WholeProcess] measures commands as users run them; [dev.quarry.bench.FrontEnd] measures
/// the Python front end warm, with JMH. `docs/performance.md` has the figures and the commands that reproduce them.
package dev.quarry.bench;
