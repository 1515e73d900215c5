package dev.quarry.syntax.match;

import java.util.ArrayList;
import java.util.List;

/// A regular expression as a program for an automaton without backtracking; [RegexMatch] runs it.
///
/// Immutable; any number of threads may use it.
final class RegularExpression {
    /// The longest program: `(a{100}){100}` is too large.
    static final int MAX_INSTRUCTIONS = 1_000;

    /// What one step of the program does.
    enum Operation {
        /// Takes a character of [Instruction#set].
        TAKE,
        /// Goes on at both targets.
        SPLIT,
        /// Goes on at the target.
        JUMP,
        /// Goes on if the place in the text is as [Instruction#place] says.
        CHECK,
        /// The text matches if it ends here.
        MATCH
    }

    /// @param target instruction to go on at, of SPLIT and JUMP
    /// @param other the second, of SPLIT
    record Instruction(Operation operation, CharacterSet set, RegexNode.Place place, int target, int other) {}

    private final List<Instruction> program;

    private RegularExpression(List<Instruction> program) {
        this.program = List.copyOf(program);
    }

    /// Compiles an expression in the syntax of Python's module `re`.
    ///
    /// @throws RegexException if it is none, or asks for what needs backtracking
    static RegularExpression compile(String expression) {
        List<Instruction> program = new ArrayList<>();
        emit(new RegexParser(expression).parse(), program);
        add(program, new Instruction(Operation.MATCH, null, null, 0, 0));
        return new RegularExpression(program);
    }

    int size() {
        return program.size();
    }

    Instruction instruction(int index) {
        return program.get(index);
    }

    private static void emit(RegexNode node, List<Instruction> program) {
        switch (node) {
            case RegexNode.Take(CharacterSet set) -> add(program, new Instruction(Operation.TAKE, set, null, 0, 0));
            case RegexNode.Check(RegexNode.Place place) ->
                    add(program, new Instruction(Operation.CHECK, null, place, 0, 0));
            case RegexNode.InOrder(List<RegexNode> parts) -> parts.forEach(part -> emit(part, program));
            case RegexNode.Either(List<RegexNode> options) -> emitEither(options, program);
            case RegexNode.Repeat repeat -> emitRepeat(repeat, program);
        }
    }

    private static void emitEither(List<RegexNode> options, List<Instruction> program) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < options.size() - 1; i++) {
            int split = reserve(program);
            emit(options.get(i), program);
            ends.add(reserve(program));
            program.set(split, new Instruction(Operation.SPLIT, null, null, split + 1, program.size()));
        }
        emit(options.getLast(), program);
        ends.forEach(end -> program.set(end, jump(program.size())));
    }

    private static void emitRepeat(RegexNode.Repeat repeat, List<Instruction> program) {
        for (int i = 0; i < repeat.least(); i++) {
            int before = program.size();
            emit(repeat.node(), program);
            if (program.size() == before) {
                // What takes nothing may be repeated as often as one likes.
                return;
            }
        }
        if (repeat.most() == RegexNode.Repeat.UNBOUNDED) {
            int split = reserve(program);
            emit(repeat.node(), program);
            add(program, jump(split));
            program.set(split, new Instruction(Operation.SPLIT, null, null, split + 1, program.size()));
            return;
        }
        List<Integer> splits = new ArrayList<>();
        for (int i = repeat.least(); i < repeat.most(); i++) {
            splits.add(reserve(program));
            emit(repeat.node(), program);
        }
        splits.forEach(split -> program.set(split,
                new Instruction(Operation.SPLIT, null, null, split + 1, program.size())));
    }

    private static Instruction jump(int target) {
        return new Instruction(Operation.JUMP, null, null, target, 0);
    }

    private static int reserve(List<Instruction> program) {
        add(program, jump(0));
        return program.size() - 1;
    }

    private static void add(List<Instruction> program, Instruction instruction) {
        if (program.size() == MAX_INSTRUCTIONS) {
            throw new RegexException("the expression is too large", 0);
        }
        program.add(instruction);
    }
}
