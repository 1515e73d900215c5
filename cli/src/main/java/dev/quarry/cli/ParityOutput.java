package dev.quarry.cli;

import dev.quarry.parity.Interpreter;
import dev.quarry.parity.ParityReport;
import dev.quarry.parity.ParityRun;

/// Prints a comparison while it goes on.
interface ParityOutput extends ParityRun.Listener {
    void start();

    void start(Interpreter interpreter);

    void end(ParityReport report);

    void end();
}
