package dev.quarry.cli;

import dev.quarry.parity.Difference;
import dev.quarry.parity.Interpreter;
import dev.quarry.parity.Outcome;
import dev.quarry.parity.ParityReport;

/// A comparison for people: what differs as it is found, then one line of counts for each interpreter.
record ParityText(Console console) implements ParityOutput {

    @Override
    public void start() {}

    @Override
    public void start(Interpreter interpreter) {
        console.println(interpreter.toString());
    }

    @Override
    public void compared(String name, Outcome outcome) {
        switch (outcome) {
            case Outcome.Same(), Outcome.BothRefuse() -> { }
            case Outcome.Different(Difference difference) -> {
                console.println("  " + name + ": " + difference.fact()
                        + (difference.place().isEmpty() ? "" : ", " + difference.place()));
                console.println("      expected " + difference.expected());
                console.println("      actual   " + difference.actual());
                console.flush();
            }
            case Outcome.NotCompared(String reason) -> console.println("  " + name + ": not compared: " + reason);
        }
    }

    @Override
    public void end(ParityReport report) {
        console.println("  " + Amounts.count(report.compared()) + " files compared, " + Amounts.count(report.different())
                + " differ; " + Amounts.count(report.refused()) + " refused by both"
                + (report.notCompared() == 0 ? "" : "; " + Amounts.count(report.notCompared()) + " not compared"));
    }

    @Override
    public void end() {}
}
