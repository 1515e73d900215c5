package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

/// What star imports bring into modules.
final class StarImports {
    private final Questions questions;

    StarImports(Questions questions) {
        this.questions = questions;
    }

    /// What star imports bring for a name, beside what the module itself binds it to.
    boolean add(NameFacts facts, int file, String text, Values result) {
        int star = facts.name("*");
        if (star == NONE) {
            return false;
        }
        int name = facts.name(text);
        boolean some = false;
        boolean foreign = false;
        for (int binding = facts.firstBinding(0, star); facts.isBinding(binding, 0, star); binding++) {
            if (name != NONE && !LiveBindings.isStarInForce(facts, binding, name)) {
                continue;
            }
            String module = questions.names().module(facts, file, facts.a[facts.bindingValues[binding]]);
            if (module == null || !questions.index.isModule(module)) {
                foreign = true;
                continue;
            }
            if (!isStarred(module, text)) {
                continue;
            }
            for (long found : questions.ask(questions.exported(module, text))) {
                if (Value.kind(found) != Value.UNKNOWN) {
                    result.add(found);
                    some = true;
                }
            }
        }
        if (foreign && !text.startsWith("_") && !result.isEmpty()) {
            // A module outside may have the name, too.
            result.add(Value.unknown(Unresolved.STAR_IMPORT));
        }
        return some;
    }

    /// Whether `from module import *` brings a name, if the module has it.
    private boolean isStarred(String module, String text) {
        int[] files = questions.index.sources(module);
        for (int file : files.length > 0 ? files : questions.index.stubs(module)) {
            NameFacts facts = questions.facts(file);
            if (facts.exported == null ? !text.startsWith("_") : facts.exportsMore || contains(facts.exported, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(String[] names, String text) {
        for (String name : names) {
            if (name.equals(text)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the module has a star import from outside the repository, which may bring any name.
    boolean hasForeign(NameFacts facts, int file) {
        int star = facts.name("*");
        if (star == NONE) {
            return false;
        }
        for (int binding = facts.firstBinding(0, star); facts.isBinding(binding, 0, star); binding++) {
            String module = questions.names().module(facts, file, facts.a[facts.bindingValues[binding]]);
            if (module == null || !questions.index.isModule(module)) {
                return true;
            }
        }
        return false;
    }
}
