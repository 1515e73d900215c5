// Generated from NodeKind by ViewGenerator; rewrite with -Dgolden.update=true.
package dev.quarry.syntax.tree;

import dev.quarry.syntax.SyntaxTree;

/// The record of each kind of node.
final class NodeRecords {
    private NodeRecords() {}

    static Node of(SyntaxTree tree, int id) {
        return switch (tree.kind(id)) {
            case MODULE -> new Root.Module(tree, id);
            case INTERACTIVE -> new Root.Interactive(tree, id);
            case EXPRESSION -> new Root.Evaluation(tree, id);
            case FUNCTION_TYPE -> new Root.FunctionType(tree, id);
            case FUNCTION_DEF -> new Statement.FunctionDef(tree, id);
            case CLASS_DEF -> new Statement.ClassDef(tree, id);
            case RETURN -> new Statement.Return(tree, id);
            case DELETE -> new Statement.Delete(tree, id);
            case ASSIGN -> new Statement.Assign(tree, id);
            case AUGMENTED_ASSIGN -> new Statement.AugmentedAssign(tree, id);
            case ANNOTATED_ASSIGN -> new Statement.AnnotatedAssign(tree, id);
            case TYPE_ALIAS -> new Statement.TypeAlias(tree, id);
            case FOR -> new Statement.For(tree, id);
            case WHILE -> new Statement.While(tree, id);
            case IF -> new Statement.If(tree, id);
            case WITH -> new Statement.With(tree, id);
            case WITH_ITEM -> new WithItem(tree, id);
            case MATCH -> new Statement.Match(tree, id);
            case MATCH_CASE -> new MatchCase(tree, id);
            case RAISE -> new Statement.Raise(tree, id);
            case TRY -> new Statement.Try(tree, id);
            case EXCEPT_HANDLER -> new ExceptHandler(tree, id);
            case ASSERT -> new Statement.Assert(tree, id);
            case IMPORT -> new Statement.Import(tree, id);
            case IMPORT_FROM -> new Statement.ImportFrom(tree, id);
            case ALIAS -> new Alias(tree, id);
            case GLOBAL -> new Statement.Global(tree, id);
            case NONLOCAL -> new Statement.Nonlocal(tree, id);
            case EXPRESSION_STATEMENT -> new Statement.ExpressionStatement(tree, id);
            case PASS -> new Statement.Pass(tree, id);
            case BREAK -> new Statement.Break(tree, id);
            case CONTINUE -> new Statement.Continue(tree, id);
            case ERROR_STATEMENT -> new Statement.Error(tree, id);
            case TYPE_VAR -> new TypeParameter.TypeVar(tree, id);
            case TYPE_VAR_TUPLE -> new TypeParameter.TypeVarTuple(tree, id);
            case PARAM_SPEC -> new TypeParameter.ParamSpec(tree, id);
            case PARAMETERS -> new Parameters(tree, id);
            case PARAMETER -> new Parameter.Named(tree, id);
            case STAR_PARAMETER -> new Parameter.Star(tree, id);
            case DOUBLE_STAR_PARAMETER -> new Parameter.DoubleStar(tree, id);
            case POSITIONAL_ONLY_MARKER -> new Parameter.PositionalOnlyMarker(tree, id);
            case KEYWORD_ONLY_MARKER -> new Parameter.KeywordOnlyMarker(tree, id);
            case NAME -> new Expression.Name(tree, id);
            case NUMBER -> new Expression.Number(tree, id);
            case TRUE -> new Expression.True(tree, id);
            case FALSE -> new Expression.False(tree, id);
            case NONE_LITERAL -> new Expression.NoneLiteral(tree, id);
            case ELLIPSIS -> new Expression.Ellipsis(tree, id);
            case STRINGS -> new Expression.Strings(tree, id);
            case STRING -> new StringLiteral.Plain(tree, id);
            case FSTRING -> new StringLiteral.FString(tree, id);
            case TSTRING -> new StringLiteral.TString(tree, id);
            case FSTRING_TEXT -> new FormatPart.Text(tree, id);
            case REPLACEMENT_FIELD -> new FormatPart.ReplacementField(tree, id);
            case PAREN -> new Expression.Paren(tree, id);
            case TUPLE -> new Expression.Tuple(tree, id);
            case LIST -> new Expression.List(tree, id);
            case SET -> new Expression.Set(tree, id);
            case DICT -> new Expression.Dict(tree, id);
            case LIST_COMPREHENSION -> new Expression.ListComprehension(tree, id);
            case SET_COMPREHENSION -> new Expression.SetComprehension(tree, id);
            case DICT_COMPREHENSION -> new Expression.DictComprehension(tree, id);
            case GENERATOR -> new Expression.Generator(tree, id);
            case COMPREHENSION_CLAUSE -> new ComprehensionClause(tree, id);
            case ATTRIBUTE -> new Expression.Attribute(tree, id);
            case SUBSCRIPT -> new Expression.Subscript(tree, id);
            case SLICE -> new Expression.Slice(tree, id);
            case CALL -> new Expression.Call(tree, id);
            case KEYWORD_ARGUMENT -> new Argument.Keyword(tree, id);
            case STARRED -> new Expression.Starred(tree, id);
            case AWAIT -> new Expression.Await(tree, id);
            case UNARY -> new Expression.Unary(tree, id);
            case BINARY -> new Expression.Binary(tree, id);
            case BOOLEAN -> new Expression.Boolean(tree, id);
            case COMPARISON -> new Expression.Comparison(tree, id);
            case CONDITIONAL -> new Expression.Conditional(tree, id);
            case LAMBDA -> new Expression.Lambda(tree, id);
            case NAMED_EXPRESSION -> new Expression.Named(tree, id);
            case YIELD -> new Expression.Yield(tree, id);
            case YIELD_FROM -> new Expression.YieldFrom(tree, id);
            case ERROR_EXPRESSION -> new Expression.Error(tree, id);
            case PATTERN_VALUE -> new Pattern.Value(tree, id);
            case PATTERN_SINGLETON -> new Pattern.Singleton(tree, id);
            case PATTERN_SEQUENCE -> new Pattern.Sequence(tree, id);
            case PATTERN_PAREN -> new Pattern.Paren(tree, id);
            case PATTERN_MAPPING -> new Pattern.Mapping(tree, id);
            case PATTERN_CLASS -> new Pattern.Class(tree, id);
            case PATTERN_KEYWORD -> new Pattern.Keyword(tree, id);
            case PATTERN_STAR -> new Pattern.Star(tree, id);
            case PATTERN_AS -> new Pattern.As(tree, id);
            case PATTERN_OR -> new Pattern.Or(tree, id);
            case PATTERN_ERROR -> new Pattern.Error(tree, id);
            case NONE -> throw new IllegalArgumentException("no node has the number " + id);
        };
    }
}
