package dev.quarry.syntax.match;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The arguments of a call by the names of the callee's parameters.
final class CallArguments {
    private final MatcherNames names;
    private final String callee;
    private final Map<String, Integer> values = new HashMap<>();

    /// @param parameters in the order of positional arguments
    CallArguments(SyntaxTree tree, MatcherNames names, String callee, List<Integer> arguments,
            List<String> parameters) {
        this.names = names;
        this.callee = callee;
        int position = 0;
        for (int argument : arguments) {
            int column = names.columnOf(argument);
            if (tree.kind(argument) == NodeKind.KEYWORD_ARGUMENT && tree.slot(argument, 0) != 0) {
                put(names.ofToken(tree.slot(argument, 0)), tree.slot(argument, 1), parameters, column);
            } else if (tree.kind(argument) == NodeKind.STARRED || tree.kind(argument) == NodeKind.KEYWORD_ARGUMENT) {
                throw new PatternException("arguments with * or ** are no patterns", column);
            } else if (position == parameters.size()) {
                throw new PatternException(callee + " takes at most " + position + " arguments", column);
            } else {
                put(parameters.get(position++), argument, parameters, column);
            }
        }
    }

    private void put(String name, int value, List<String> parameters, int column) {
        if (name.equals("metadata")) {
            throw new PatternException("metadata is not supported: nodes have none here", column);
        }
        if (!parameters.contains(name)) {
            throw new PatternException(callee + " has no attribute '" + name + "'", column, name, parameters);
        }
        if (values.putIfAbsent(name, value) != null) {
            throw new PatternException(callee + " gets '" + name + "' twice", column);
        }
    }

    /// The value of a parameter; 0 when there is none.
    int of(String parameter) {
        return values.getOrDefault(parameter, 0);
    }

    /// The same where one has to be given.
    int required(String parameter, int call) {
        Integer value = values.get(parameter);
        if (value == null) {
            throw new PatternException(callee + " needs '" + parameter + "'",
                    names.columnOf(call));
        }
        return value;
    }
}
