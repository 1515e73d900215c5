package dev.quarry.syntax;

/// How far a list of parameters has come. What may still follow depends on it; each method reports what may not and
/// returns the new state.
enum ParameterOrder {
    /// Nothing with a default yet.
    START,
    /// A parameter with a default came: those without may not follow.
    DEFAULTS,
    /// The same two behind a `/`.
    START_AFTER_SLASH, DEFAULTS_AFTER_SLASH,
    /// Behind `*` or `*args`.
    KEYWORD_ONLY,
    /// Behind `**kwargs`: nothing may follow.
    END;

    private boolean isAfterSlash() {
        return this == START_AFTER_SLASH || this == DEFAULTS_AFTER_SLASH;
    }

    private boolean hasDefaults() {
        return this == DEFAULTS || this == DEFAULTS_AFTER_SLASH;
    }

    /// A parameter `name` or `name=default`.
    ParameterOrder afterName(SyntaxErrors errors, int token, boolean hasDefault) {
        if (this == END) {
            errors.afterVarKeyword(token);
        } else if (hasDefaults() && !hasDefault) {
            errors.missingDefaultAfterDefault(token);
        }
        if (!hasDefault || this == KEYWORD_ONLY || this == END) {
            return this;
        }
        return isAfterSlash() ? DEFAULTS_AFTER_SLASH : DEFAULTS;
    }

    /// A `/`; `first`: nothing came before it.
    ParameterOrder afterSlash(SyntaxErrors errors, int token, boolean first) {
        if (this == END) {
            errors.afterVarKeyword(token);
        } else if (this == KEYWORD_ONLY) {
            errors.slashAfterStar(token);
        } else if (isAfterSlash()) {
            errors.secondSlash(token);
        } else if (first) {
            errors.leadingSlash(token);
        }
        return this == START ? START_AFTER_SLASH : this == DEFAULTS ? DEFAULTS_AFTER_SLASH : this;
    }

    /// A `*` or `*name`.
    ParameterOrder afterStar(SyntaxErrors errors, int token) {
        if (this == END) {
            errors.afterVarKeyword(token);
            return this;
        }
        if (this == KEYWORD_ONLY) {
            errors.secondStar(token);
        }
        return KEYWORD_ONLY;
    }

    /// A `**name`.
    ParameterOrder afterDoubleStar(SyntaxErrors errors, int token) {
        if (this == END) {
            errors.afterVarKeyword(token);
        }
        return END;
    }
}
