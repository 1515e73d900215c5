package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.SourceText;
import java.util.Arrays;

/// The columns of [NameFacts].
abstract sealed class NameColumns permits NameFacts {
    /// Identifiers, mangled as the compiler does, and dotted names of modules.
    final String[] names;

    // Scopes.
    final byte[] scopeKinds;
    final int[] scopeParents;
    /// The suite and the offset at which the scope's construct stands.
    final int[] scopeSuites;
    final int[] scopeOffsets;
    /// Of a class: its instances' scope. Of a function: a list of the values that it returns. NONE where there is none.
    final int[] scopeDetails;
    /// Of a class: a list of its bases. Of a function: the value of its return annotation. NONE where there is none.
    final int[] scopeTypes;
    /// Of a function: a list of its decorators other than those that [FunctionTraits] stand for; NONE where there are
    /// none.
    final int[] scopeDecorators;
    /// [FunctionTraits] bits.
    final byte[] scopeTraits;
    /// The binding of a function's or class's name, NONE for others.
    final int[] scopeBindings;

    // Suites: lists of statements.
    final int[] suiteParents;
    /// The outermost loop around, within the scope; NONE where there is none.
    final int[] suiteLoops;

    // Bindings, by scope, then name, then the offset from which they count.
    final int[] bindingScopes;
    final int[] bindingNames;
    final byte[] bindingKinds;
    final int[] bindingOffsets;
    final int[] bindingSuites;
    /// Span: a function's or class's definition, else the name.
    final int[] bindingStarts;
    final int[] bindingEnds;
    /// Value that the name gets; of a function or class its scope.
    final int[] bindingValues;

    // Values, see Op.
    final byte[] ops;
    final int[] a;
    final int[] b;
    final int[] lists;

    /// Places of variables' uses: scope, suite, offset.
    final int[] places;
    /// Imports, [NameFacts#IMPORT_LENGTH] numbers each: module's name (NONE in `from . import`), level, imported name
    /// (NONE for the module itself), form, span of the alias.
    final int[] imports;

    // References in source order, and calls.
    final int[] referenceStarts;
    final int[] referenceEnds;
    final int[] referenceValues;
    final int[] callStarts;
    final int[] callEnds;
    final int[] callValues;

    /// The strings in `__all__`; null where the module has none.
    final String[] exported;
    /// Whether `__all__` has more than those.
    final boolean exportsMore;

    NameColumns(NameFactsBuilder from) {
        names = from.names.toArray();
        scopeKinds = from.scopes.kinds();
        scopeParents = from.scopes.parents.toArray();
        scopeSuites = from.scopes.suites.toArray();
        scopeOffsets = from.scopes.offsets.toArray();
        scopeDetails = from.scopes.details.toArray();
        scopeTypes = from.scopes.types.toArray();
        scopeDecorators = from.scopes.decorators.toArray();
        scopeTraits = from.scopes.traits();
        suiteParents = from.scopes.suiteParents.toArray();
        suiteLoops = from.scopes.suiteLoops.toArray();
        int[] order = from.bindings.order();
        bindingScopes = pick(from.bindings.scopes, order);
        bindingNames = pick(from.bindings.names, order);
        bindingKinds = bytes(pick(from.bindings.kinds, order));
        bindingOffsets = pick(from.bindings.offsets, order);
        bindingSuites = pick(from.bindings.suites, order);
        bindingStarts = pick(from.bindings.starts, order);
        bindingEnds = pick(from.bindings.ends, order);
        bindingValues = pick(from.bindings.values, order);
        ops = bytes(from.values.ops.toArray());
        a = from.values.a.toArray();
        b = from.values.b.toArray();
        lists = from.values.lists.toArray();
        places = from.values.places.toArray();
        imports = from.imports.toArray();
        referenceStarts = from.referenceStarts.toArray();
        referenceEnds = from.referenceEnds.toArray();
        referenceValues = from.referenceValues.toArray();
        callStarts = from.callStarts.toArray();
        callEnds = from.callEnds.toArray();
        callValues = from.callValues.toArray();
        toRaw(from.tree.source());
        exported = from.exports.names();
        exportsMore = from.exports.hasMore();
        scopeBindings = new int[scopeKinds.length];
        Arrays.fill(scopeBindings, NONE);
        for (int binding = 0; binding < bindingKinds.length; binding++) {
            BindingKind kind = BindingKind.of(bindingKinds[binding]);
            if (kind == BindingKind.FUNCTION || kind == BindingKind.CLASS) {
                scopeBindings[bindingValues[binding]] = binding;
            }
        }
    }

    /// Facts in the order of [#byteColumns] and [#intColumns].
    NameColumns(NameFactsFormat.Reader in) {
        names = in.texts();
        scopeKinds = in.bytes();
        scopeTraits = in.bytes();
        bindingKinds = in.bytes();
        ops = in.bytes();
        scopeParents = in.ints();
        scopeSuites = in.ints();
        scopeOffsets = in.ints();
        scopeDetails = in.ints();
        scopeTypes = in.ints();
        scopeDecorators = in.ints();
        scopeBindings = in.ints();
        suiteParents = in.ints();
        suiteLoops = in.ints();
        bindingScopes = in.ints();
        bindingNames = in.ints();
        bindingOffsets = in.ints();
        bindingSuites = in.ints();
        bindingStarts = in.ints();
        bindingEnds = in.ints();
        bindingValues = in.ints();
        a = in.ints();
        b = in.ints();
        lists = in.ints();
        places = in.ints();
        imports = in.ints();
        referenceStarts = in.ints();
        referenceEnds = in.ints();
        referenceValues = in.ints();
        callStarts = in.ints();
        callEnds = in.ints();
        callValues = in.ints();
        exported = in.flag() ? in.texts() : null;
        exportsMore = in.flag();
    }

    byte[][] byteColumns() {
        return new byte[][] {scopeKinds, scopeTraits, bindingKinds, ops};
    }

    int[][] intColumns() {
        return new int[][] {scopeParents, scopeSuites, scopeOffsets, scopeDetails, scopeTypes, scopeDecorators,
                scopeBindings, suiteParents, suiteLoops, bindingScopes, bindingNames, bindingOffsets, bindingSuites,
                bindingStarts, bindingEnds, bindingValues, a, b, lists, places, imports, referenceStarts, referenceEnds,
                referenceValues, callStarts, callEnds, callValues};
    }

    /// Turns offsets of the parsed text into those of the raw file.
    private void toRaw(SourceText source) {
        for (int[] offsets : new int[][] {scopeOffsets, bindingOffsets, bindingStarts, bindingEnds, referenceStarts,
                referenceEnds, callStarts, callEnds}) {
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = source.rawOffset(offsets[i]);
            }
        }
        for (int place = 2; place < places.length; place += 3) {
            places[place] = places[place] == Integer.MAX_VALUE ? Integer.MAX_VALUE : source.rawOffset(places[place]);
        }
        for (int at = 0; at < imports.length; at += NameFacts.IMPORT_LENGTH) {
            imports[at + 4] = source.rawOffset(imports[at + 4]);
            imports[at + 5] = source.rawOffset(imports[at + 5]);
        }
    }

    private static int[] pick(IntStack items, int[] order) {
        int[] picked = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = items.get(order[i]);
        }
        return picked;
    }

    private static byte[] bytes(int[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }
}
