/// Other parsers of Python beside Quarry's, on the same files in the same run: start at
/// [dev.quarry.bench.peers.Comparison].
package dev.quarry.bench.peers;
