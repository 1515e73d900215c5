package dev.quarry.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `quarry help [COMMAND]`
@Command(name = "help", description = "Print the help of Quarry or of a command.")
final class HelpCommand extends QuarryCommand {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private String command;

    @Spec
    private CommandSpec spec;

    @Override
    int run(Console console) {
        CommandLine quarry = spec.parent().commandLine();
        CommandLine explained = command == null ? quarry : quarry.getSubcommands().get(command);
        if (explained == null) {
            throw new ParameterException(quarry, "unknown command '" + command + "'"
                    + Suggestion.of(command, quarry.getSubcommands().keySet()));
        }
        console.print(explained.getUsageMessage());
        return ExitCode.DONE;
    }
}
