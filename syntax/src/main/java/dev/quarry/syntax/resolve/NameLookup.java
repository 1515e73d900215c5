package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;

/// Looks names up in scopes, and in modules through imports.
final class NameLookup {
    private final Questions questions;
    private final LiveBindings live = new LiveBindings();
    private final StarImports stars;

    NameLookup(Questions questions) {
        this.questions = questions;
        stars = new StarImports(questions);
    }

    /// What a name means where it is read: Language Reference 4.2.2, with the bindings that may be in force there.
    ///
    /// @param value an [Op#NAME]
    void located(NameFacts facts, int file, int value, Values result) {
        int name = facts.a[value];
        int place = facts.b[value];
        int scope = facts.places[place];
        int suite = facts.places[place + 1];
        int offset = facts.places[place + 2];
        // Whether the place runs together with the scope that is looked at, so that order counts.
        boolean inPlace = true;
        boolean seesClass = true;
        while (scope != NONE) {
            ScopeKind kind = facts.scopeKind(scope);
            if (kind != ScopeKind.CLASS || seesClass) {
                int redirected = redirected(facts, scope, name);
                if (redirected != scope) {
                    scope = redirected;
                    inPlace = false;
                    seesClass = false;
                    continue;
                }
                IntStack found = inPlace ? live.at(facts, scope, name, suite, offset) : live.atEnd(facts, scope, name);
                if (found.size() == 0 && inPlace && kind == ScopeKind.FUNCTION && isBound(facts, scope, name)
                        && !live.isDeleted()) {
                    found = live.atEnd(facts, scope, name);
                }
                if (found.size() > 0) {
                    add(facts, file, found, result);
                    if (scope == 0) {
                        stars.add(facts, file, facts.names[name], result);
                    }
                    return;
                }
                if (live.isDeleted() && kind == ScopeKind.FUNCTION) {
                    result.add(Value.unknown(Unresolved.DELETED));
                    return;
                }
            }
            if (kind == ScopeKind.FUNCTION || kind == ScopeKind.CLASS || kind == ScopeKind.COMPREHENSION) {
                seesClass = false;
            }
            inPlace &= kind.runsInPlace();
            suite = facts.scopeSuites[scope];
            offset = facts.scopeOffsets[scope];
            scope = facts.scopeParents[scope];
        }
        implicit(facts, file, facts.names[name], name, result);
    }

    /// The scope that a `global` or `nonlocal` statement names.
    private int redirected(NameFacts facts, int scope, int name) {
        for (int binding = facts.firstBinding(scope, name); facts.isBinding(binding, scope, name); binding++) {
            switch (facts.bindingKind(binding)) {
                case GLOBAL_STATEMENT -> {
                    return 0;
                }
                case NONLOCAL_STATEMENT -> {
                    return facts.scopeParents[scope] == NONE ? scope : facts.scopeParents[scope];
                }
                default -> { }
            }
        }
        return scope;
    }

    private static boolean isBound(NameFacts facts, int scope, int name) {
        return facts.isBinding(facts.firstBinding(scope, name), scope, name);
    }

    /// A name that no scope has yet: a builtin, one from a star import, one that the module gets later.
    private void implicit(NameFacts facts, int file, String text, int name, Values result) {
        if (stars.add(facts, file, text, result)) {
            return;
        }
        if (ImplicitNames.isBuiltin(text, questions.version)) {
            result.add(questions.external("builtins." + text));
            return;
        }
        IntStack later = live.atEnd(facts, 0, name);
        if (later.size() > 0) {
            add(facts, file, later, result);
        } else if (ImplicitNames.isModuleAttribute(text)) {
            result.add(questions.external("types.ModuleType." + text));
        } else if (ImplicitNames.isClassName(text)) {
            result.add(questions.external("builtins.type." + text));
        } else {
            result.add(Value.unknown(
                    stars.hasForeign(facts, file) ? Unresolved.STAR_IMPORT : Unresolved.UNDEFINED_NAME));
        }
    }

    /// Bindings; those that are imports stand for what is imported.
    private void add(NameFacts facts, int file, IntStack found, Values result) {
        for (int i = 0; i < found.size(); i++) {
            add(facts, file, found.get(i), result);
        }
    }

    void add(NameFacts facts, int file, int binding, Values result) {
        if (facts.bindingKind(binding) == BindingKind.IMPORT) {
            imported(facts, file, facts.a[facts.bindingValues[binding]], result);
        } else {
            result.add(Value.of(Value.SITE, file, binding));
        }
    }

    /// What an import binds.
    ///
    /// @param at its place in the file's imports
    void imported(NameFacts facts, int file, int at, Values result) {
        String module = module(facts, file, at);
        if (module == null) {
            result.add(Value.unknown(Unresolved.BEYOND_TOP));
            return;
        }
        int name = facts.imports[at + 2];
        if (facts.imports[at + 3] == NameFacts.FIRST_COMPONENT) {
            module = ImportedModule.top(module);
        }
        addImported(facts, file, at, module, result);
    }

    /// What an import names, as [#addImported].
    long[] imported(int file, int at) {
        NameFacts facts = questions.facts(file);
        Values result = new Values();
        String module = module(facts, file, at);
        if (module == null) {
            result.add(Value.unknown(Unresolved.BEYOND_TOP));
        } else {
            addImported(facts, file, at, module, result);
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    /// What an import names: the module, or the name in it.
    ///
    /// @param module its absolute name
    private void addImported(NameFacts facts, int file, int at, String module, Values result) {
        int name = facts.imports[at + 2];
        String text = name == NONE ? null : facts.names[name];
        if (text != null && isOwn(module, file) && questions.index.isModule(module + "." + text)) {
            // A package that imports its own submodule binds the name by that very import.
            result.add(Value.of(Value.MODULE, questions.number(module + "." + text)));
        } else if (questions.index.isModule(module)) {
            addFromModule(questions.number(module), text, result);
        } else if (isAttribute(module)) {
            // A module that another puts in the place of a submodule, as `os` does with `os.path`.
            int dot = module.lastIndexOf('.');
            for (long found : questions.ask(questions.exported(module.substring(0, dot), module.substring(dot + 1)))) {
                if (Value.kind(found) == Value.MODULE) {
                    addFromModule(Value.number(found), text, result);
                } else {
                    result.add(Value.kind(found) == Value.UNKNOWN ? found : Value.unknown(Unresolved.NO_ATTRIBUTE));
                }
            }
        } else if (facts.imports[at + 1] > 0 || questions.index.isModule(ImportedModule.top(module))) {
            // The package is here and has no such module.
            result.add(Value.unknown(Unresolved.NO_ATTRIBUTE));
        } else {
            result.add(questions.external(text == null ? module : module + "." + text));
        }
    }

    private boolean isOwn(String module, int file) {
        String own = questions.index.module(file);
        return own != null && module.equals(questions.index.seen(file, own));
    }

    /// @param name null for the module itself
    private void addFromModule(int module, String name, Values result) {
        if (name == null) {
            result.add(Value.of(Value.MODULE, module));
        } else {
            result.addAll(questions.ask(questions.exported(questions.text(module), name)));
        }
    }

    /// Whether a name that is no module's may be an attribute of the module before its last dot.
    private boolean isAttribute(String module) {
        int dot = module.lastIndexOf('.');
        return dot > 0 && questions.index.sources(module.substring(0, dot)).length > 0;
    }

    /// The module that an import names, as the file sees it; null where a relative one leads out of the top package.
    String module(NameFacts facts, int file, int at) {
        String named = facts.imports[at] == NONE ? null : facts.names[facts.imports[at]];
        String absolute = ImportedModule.absolute(questions.index.module(file), questions.index.isPackage(file),
                facts.imports[at + 1], named);
        return absolute == null ? null : questions.index.seen(file, absolute);
    }

    /// The bindings that a module has for a name, seen from outside.
    long[] exported(String module, String text) {
        Values result = new Values();
        // What is bound counts as found even while it is not known what it leads to: imports may go in a circle.
        if (!addExported(questions.index.sources(module), text, result)
                && !addExported(questions.index.stubs(module), text, result)) {
            missing(module, text, result);
        }
        return result.toSet(NameResolver.MOST_TARGETS);
    }

    private boolean addExported(int[] files, String text, Values result) {
        boolean some = false;
        for (int file : files) {
            NameFacts facts = questions.facts(file);
            int name = facts.name(text);
            IntStack found = name == NONE ? null : live.atEnd(facts, 0, name);
            if (found != null && found.size() > 0) {
                add(facts, file, found, result);
                stars.add(facts, file, text, result);
                some = true;
            } else {
                some |= stars.add(facts, file, text, result);
            }
        }
        return some;
    }

    /// A name that the module doesn't bind.
    private void missing(String module, String text, Values result) {
        String below = module + "." + text;
        if (questions.index.isModule(below)) {
            result.add(Value.of(Value.MODULE, questions.number(below)));
            return;
        }
        if (ImplicitNames.isModuleAttribute(text)) {
            result.add(questions.external("types.ModuleType." + text));
            return;
        }
        Unresolved reason = Unresolved.NO_ATTRIBUTE;
        for (int file : questions.index.sources(module)) {
            NameFacts facts = questions.facts(file);
            int getattr = facts.name("__getattr__");
            if (getattr != NONE && live.atEnd(facts, 0, getattr).size() > 0) {
                reason = Unresolved.GETATTR;
            } else if (reason == Unresolved.NO_ATTRIBUTE && stars.hasForeign(facts, file)) {
                reason = Unresolved.STAR_IMPORT;
            }
        }
        result.add(Value.unknown(reason));
    }
}
