package dev.quarry.cli;

import dev.quarry.parity.Difference;
import dev.quarry.parity.Interpreter;
import dev.quarry.parity.Outcome;
import dev.quarry.parity.ParityReport;

/// A comparison for programs: one object, which grows while the comparison goes on.
final class ParityJson implements ParityOutput {
    private final Console console;
    private boolean firstInterpreter = true;
    private boolean firstFile;

    ParityJson(Console console) {
        this.console = console;
    }

    @Override
    public void start() {
        console.print("{\"interpreters\": [");
    }

    @Override
    public void start(Interpreter interpreter) {
        console.print((firstInterpreter ? "\n" : ",\n") + "  {" + member("version", interpreter.version().toString()) + ", "
                + member("release", interpreter.release()) + ", " + member("location", interpreter.location())
                + ",\n   \"findings\": [");
        firstInterpreter = false;
        firstFile = true;
    }

    @Override
    public void compared(String name, Outcome outcome) {
        switch (outcome) {
            case Outcome.Same(), Outcome.BothRefuse() -> { }
            case Outcome.Different(Difference difference) -> finding(member("path", name) + ", "
                    + member("outcome", "different") + ", " + member("fact", difference.fact()) + ", "
                    + member("place", difference.place()) + ", " + member("expected", difference.expected()) + ", "
                    + member("actual", difference.actual()));
            case Outcome.NotCompared(String reason) -> finding(member("path", name) + ", "
                    + member("outcome", "not compared") + ", " + member("reason", reason));
        }
    }

    @Override
    public void end(ParityReport report) {
        console.print((firstFile ? "]" : "\n   ]") + ",\n   \"compared\": " + report.compared() + ", \"different\": "
                + report.different() + ", \"refused\": " + report.refused() + ", \"not_compared\": "
                + report.notCompared() + "}");
    }

    @Override
    public void end() {
        console.print("\n]}\n");
    }

    private void finding(String members) {
        console.print((firstFile ? "\n     {" : ",\n     {") + members + "}");
        console.flush();
        firstFile = false;
    }

    private static String member(String name, String value) {
        return JsonText.quoted(name) + ": " + JsonText.quoted(value);
    }
}
