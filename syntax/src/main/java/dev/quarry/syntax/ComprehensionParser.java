package dev.quarry.syntax;

/// The `for … in … if …` clauses of comprehensions.
final class ComprehensionParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    ComprehensionParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// `for_if_clauses: for_if_clause+`: the list of clauses. `element` is the comprehension's element, 0 in a dict.
    int clauses(int element) {
        if (element != 0 && tree.kind(element) == NodeKind.STARRED) {
            grammar.errors.unpackingInComprehension(tree.first(element), tree.end(element),
                    "iterable unpacking cannot be used in comprehension");
        }
        int mark = tree.mark();
        do {
            tree.push(clause());
        } while (grammar.brackets.startsClause());
        return tree.list(mark);
    }

    /// `for_if_clause: ['async'] 'for' star_targets 'in' ~ disjunction ('if' disjunction)*`
    private int clause() {
        int first = cursor.position;
        int async = cursor.eat(TokenKind.KW_ASYNC) ? 1 : 0;
        cursor.advance();
        int targetsFirst = cursor.position;
        int deferrals = grammar.deferrals.count();
        int target = targets();
        if (cursor.kind != TokenKind.KW_IN) {
            target = grammar.errors.unfinishedTargets(targetsFirst, target, deferrals, true);
        }
        if (cursor.kind == TokenKind.KW_IN) {
            grammar.targets.checkFor(target);
            cursor.advance();
        }
        int iterable = grammar.expressions.operators(Precedence.OR);
        int conditions = 0;
        if (cursor.kind == TokenKind.KW_IF) {
            int mark = tree.mark();
            while (cursor.eat(TokenKind.KW_IF)) {
                tree.push(grammar.expressions.operators(Precedence.OR));
            }
            conditions = tree.list(mark);
        }
        return tree.node(NodeKind.COMPREHENSION_CLAUSE, first, cursor.end, async, target, iterable, conditions);
    }

    /// `star_targets: star_target (',' star_target)* [',']`, read as primaries; what may be assigned to is for
    /// [TargetChecker] to say.
    int targets() {
        return targets(Precedence.POWER + 1);
    }

    /// Targets read as expressions down from this precedence.
    int targets(int minimum) {
        int first = cursor.position;
        int target = target(minimum);
        if (cursor.kind != TokenKind.COMMA) {
            return target;
        }
        int mark = tree.mark();
        tree.push(target);
        while (cursor.eat(TokenKind.COMMA) && grammar.expressions.startsStarExpression()) {
            tree.push(target(minimum));
        }
        int elements = tree.list(mark);
        return tree.node(NodeKind.TUPLE, first, cursor.end, elements);
    }

    private int target(int minimum) {
        int first = cursor.position;
        if (!cursor.eat(TokenKind.STAR)) {
            return grammar.expressions.operators(minimum);
        }
        int value = grammar.expressions.operators(minimum);
        return tree.node(NodeKind.STARRED, first, cursor.end, value);
    }
}
