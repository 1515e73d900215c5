package dev.quarry.syntax.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.PythonVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NameResolverTest {
    private final Map<String, String> texts = new TreeMap<>();

    private void file(String path, String... lines) {
        texts.put(path, String.join("\n", lines) + "\n");
    }

    /// Where the calls of an expression lead, in all files, by the callee's text.
    private List<String> callees(String path, String call) {
        SourceModules modules = new SourceModules(texts);
        NameResolver resolver = new NameResolver(modules, PythonVersion.newest());
        int file = modules.file(path);
        NameFacts facts = modules.facts(file);
        for (int i = 0; i < facts.callCount(); i++) {
            if (modules.text(file, facts.callStart(i), facts.callEnd(i)).equals(call)) {
                return show(modules, resolver.callees(file, i));
            }
        }
        throw new AssertionError("no call " + call);
    }

    /// What the last reference of that text means.
    private List<String> definitions(String path, String reference) {
        SourceModules modules = new SourceModules(texts);
        NameResolver resolver = new NameResolver(modules, PythonVersion.newest());
        int file = modules.file(path);
        NameFacts facts = modules.facts(file);
        for (int i = facts.referenceCount() - 1; i >= 0; i--) {
            if (modules.text(file, facts.referenceStart(i), facts.referenceEnd(i)).equals(reference)) {
                return show(modules, resolver.definitions(file, i));
            }
        }
        throw new AssertionError("no reference " + reference);
    }

    private static List<String> show(SourceModules modules, List<Target> targets) {
        return targets.stream().map(target -> switch (target) {
            case Target.Definition(int file, int binding) -> modules.path(file) + ":"
                    + modules.line(file, modules.facts(file).bindingStart(binding)) + " "
                    + modules.facts(file).bindingName(binding);
            case Target.Lambda(int file, int start) -> modules.path(file) + ":" + modules.line(file, start) + " lambda";
            case Target.Module(String name) -> "module " + name;
            case Target.External(String path) -> "external " + path;
            case Target.Unknown(Unresolved reason) -> "unknown " + reason.label();
        }).sorted().toList();
    }

    @Test
    void functionOfTheSameFile() {
        file("a.py", "def f(): pass", "f()", "def g():", "    f()");
        assertEquals(List.of("a.py:1 f"), callees("a.py", "f()"));
    }

    @Test
    void aliasesOfFunctions() {
        file("a.py", "def f(): pass", "g = f", "h = g", "h()");
        assertEquals(List.of("a.py:1 f"), callees("a.py", "h()"));
        assertEquals(List.of("a.py:3 h"), definitions("a.py", "h"));
    }

    @Test
    void importsAndReExports() {
        file("pkg/__init__.py", "from .impl import work as work, Thing", "from .more import *");
        file("pkg/impl.py", "def work(): pass", "class Thing:", "    def run(self): self.stop()",
                "    def stop(self): pass");
        file("pkg/more.py", "__all__ = ['extra']", "def extra(): pass", "def hidden(): pass");
        file("main.py", "import pkg, pkg.impl as impl", "from pkg import Thing as T, extra, hidden",
                "pkg.work()", "impl.work()", "T().run()", "extra()", "hidden()", "pkg.impl.Thing()");
        assertEquals(List.of("pkg/impl.py:1 work"), callees("main.py", "pkg.work()"));
        assertEquals(List.of("pkg/impl.py:1 work"), callees("main.py", "impl.work()"));
        assertEquals(List.of("pkg/impl.py:3 run"), callees("main.py", "T().run()"));
        assertEquals(List.of("pkg/more.py:2 extra"), callees("main.py", "extra()"));
        assertEquals(List.of("unknown no_attribute"), callees("main.py", "hidden()"));
        assertEquals(List.of("pkg/impl.py:2 Thing"), callees("main.py", "pkg.impl.Thing()"));
        assertEquals(List.of("pkg/impl.py:4 stop"), callees("pkg/impl.py", "self.stop()"));
        assertEquals(List.of("module pkg.impl"), definitions("main.py", "pkg.impl"));
    }

    @Test
    void fallbacksAreAllKept() {
        file("a.py", "try:", "    from fast import loads", "except ImportError:", "    from slow import loads",
                "if loads:", "    def f(): pass", "else:", "    def f(): return 1", "f()", "loads()");
        file("slow.py", "def loads(): pass");
        assertEquals(List.of("external fast.loads", "slow.py:1 loads"), callees("a.py", "loads()"));
        assertEquals(List.of("a.py:6 f", "a.py:8 f"), callees("a.py", "f()"));
    }

    @Test
    void laterBindingsReplaceEarlierOnes() {
        file("a.py", "def f(): pass", "f()", "def f(): return 1", "f( )");
        assertEquals(List.of("a.py:1 f"), callees("a.py", "f()"));
        assertEquals(List.of("a.py:3 f"), callees("a.py", "f( )"));
    }

    @Test
    void loopsSeeWhatTheyBindLater() {
        file("a.py", "def f(): pass", "def g(): pass", "h = f", "while h:", "    h()", "    h = g");
        assertEquals(List.of("a.py:1 f", "a.py:2 g"), callees("a.py", "h()"));
    }

    @Test
    void methodResolutionOrder() {
        file("a.py", "class A:", "    def m(self): pass", "class B(A): pass", "class C(A):", "    def m(self): pass",
                "class D(B, C):", "    def n(self):", "        super().m()", "D().m()");
        assertEquals(List.of("a.py:5 m"), callees("a.py", "D().m()"));
        assertEquals(List.of("a.py:5 m"), callees("a.py", "super().m()"));
    }

    @Test
    void attributesOfInstances() {
        file("a.py", "class Engine:", "    def start(self): pass", "class Car:", "    def __init__(self, other: Engine):",
                "        self.engine = Engine()", "        other.start()", "    def go(self):",
                "        self.engine.start()", "    @property", "    def spare(self) -> 'Engine': ...",
                "Car(1).spare.start()");
        assertEquals(List.of("a.py:2 start"), callees("a.py", "self.engine.start()"));
        assertEquals(List.of("a.py:2 start"), callees("a.py", "other.start()"));
        assertEquals(List.of("a.py:2 start"), callees("a.py", "Car(1).spare.start()"));
    }

    @Test
    void unknownsSayWhy() {
        file("a.py", "from os.path import *", "def f(cb, *rest):", "    cb()", "    join()", "    len()",
                "    rest[0]()", "    (1 + 1).x()", "    import json", "    json.loads()()", "from . import up",
                "up()");
        assertEquals(List.of("unknown parameter"), callees("a.py", "cb()"));
        assertEquals(List.of("unknown star_import"), callees("a.py", "join()"));
        assertEquals(List.of("external builtins.len"), callees("a.py", "len()"));
        assertEquals(List.of("unknown item"), callees("a.py", "rest[0]()"));
        assertEquals(List.of("unknown expression"), callees("a.py", "(1 + 1).x()"));
        assertEquals(List.of("external json.loads"), callees("a.py", "json.loads()"));
        assertEquals(List.of("unknown external_value"), callees("a.py", "json.loads()()"));
        assertEquals(List.of("unknown beyond_top"), callees("a.py", "up()"));
    }

    @Test
    void closuresAndReturnedFunctions() {
        file("a.py", "def make():", "    def inner(): pass", "    return inner", "make()()",
                "table = {'a': make, 'b': lambda: 1}", "table['a']()");
        assertEquals(List.of("a.py:2 inner"), callees("a.py", "make()()"));
        assertEquals(List.of("a.py:1 make", "a.py:5 lambda"), callees("a.py", "table['a']()"));
    }

    @Test
    void packagesImportTheirSubmodules() {
        file("pkg/__init__.py", "from . import deep", "deep.go()");
        file("pkg/deep.py", "def go(): pass");
        file("main.py", "import pkg", "pkg.deep.go()");
        assertEquals(List.of("pkg/deep.py:1 go"), callees("main.py", "pkg.deep.go()"));
        assertEquals(List.of("pkg/deep.py:1 go"), callees("pkg/__init__.py", "deep.go()"));
    }

    @Test
    void instancesAreCalled() {
        file("a.py", "import lib", "class A:", "    def __call__(self): return B()", "class B:", "    def m(self): pass",
                "class C(lib.D): pass", "A()()", "A()().m()", "B()()", "C()()");
        assertEquals(List.of("a.py:3 __call__"), callees("a.py", "A()()"));
        assertEquals(List.of("a.py:5 m"), callees("a.py", "A()().m()"));
        assertEquals(List.of("unknown no_attribute"), callees("a.py", "B()()"));
        assertEquals(List.of("external lib.D.__call__"), callees("a.py", "C()()"));
    }

    @Test
    void decoratorsOfTheRepository() {
        file("a.py", "import lib", "def plain(f): return f", "def wrap(f):", "    def inner(): return f()",
                "    return inner", "def times(n): return wrap", "class Keep:", "    def __init__(self, f): pass",
                "    def __call__(self): pass", "@plain", "@lib.other", "def one(): pass", "@times(2)", "@lib.other",
                "def two(): pass", "@Keep", "def three(): pass", "one()", "two()", "three()");
        assertEquals(List.of("a.py:12 one"), callees("a.py", "one()"));
        assertEquals(List.of("a.py:15 two", "a.py:4 inner"), callees("a.py", "two()"));
        assertEquals(List.of("a.py:17 three", "a.py:9 __call__"), callees("a.py", "three()"));
    }

    @Test
    void propertiesWithSettersAndWrappedMethods() {
        file("a.py", "class A:", "    @property", "    def b(self): return B()", "    @b.setter",
                "    def b(self, value): pass", "    def s(): pass", "    s = staticmethod(s)", "class B:",
                "    def m(self): pass", "A().b.m()", "A.s()");
        assertEquals(List.of("a.py:9 m"), callees("a.py", "A().b.m()"));
        assertEquals(List.of("a.py:6 s"), callees("a.py", "A.s()"));
    }

    @Test
    void superOfANamedClass() {
        file("a.py", "class A:", "    def m(self): pass", "class B(A):", "    def m(self): pass", "class C(B):",
                "    def m(self):", "        super(B, self).m()", "        super(C, self).m( )");
        assertEquals(List.of("a.py:2 m"), callees("a.py", "super(B, self).m()"));
        assertEquals(List.of("a.py:4 m"), callees("a.py", "super(C, self).m( )"));
    }

    @Test
    void coroutinesAreAwaited() {
        file("a.py", "class A:", "    async def __aenter__(self): return self", "    def m(self): pass",
                "async def make(): return A()", "async def main():", "    (await make()).m()", "    make().m()",
                "    async with A() as a: a.m()");
        assertEquals(List.of("a.py:3 m"), callees("a.py", "(await make()).m()"));
        assertEquals(List.of("external types.CoroutineType.m"), callees("a.py", "make().m()"));
        assertEquals(List.of("a.py:3 m"), callees("a.py", "a.m()"));
    }

    @Test
    void annotationsInStringsAndBesideValues() {
        file("a.py", "import dataclasses, typing", "class A:", "    def m(self): pass", "class B:",
                "    f: A = dataclasses.field()", "    def __init__(self, items):", "        self.g: A | None = None",
                "        self.h: A = items[0]", "    def n(self):", "        self.f.m(); self.g.m(); self.h.m()",
                "def u(a: 'A | None', b: 'typing.Optional[A]', c: 'list[A]', d: 'A | (', e: 'type[A]'):",
                "    a.m(); b.m(); c.m(); d.m(); e.m()");
        for (String call : List.of("self.f.m()", "self.g.m()", "self.h.m()", "a.m()", "b.m()")) {
            assertEquals(List.of("a.py:3 m"), callees("a.py", call), call);
        }
        assertEquals(List.of("external builtins.list.m"), callees("a.py", "c.m()"));
        assertEquals(List.of("a.py:3 m", "unknown string_annotation"), callees("a.py", "d.m()"));
        assertEquals(List.of("a.py:3 m"), callees("a.py", "e.m()"));
    }

    @Test
    void parametersMayKeepTheirDefaults() {
        file("a.py", "NONE = object()", "def g(): pass", "def f(a=g, b=NONE, c=None):", "    a(); b(); c()");
        assertEquals(List.of("a.py:2 g", "unknown parameter"), callees("a.py", "a()"));
        assertEquals(List.of("unknown parameter"), callees("a.py", "b()"));
        assertEquals(List.of("unknown parameter"), callees("a.py", "c()"));
    }

    @Test
    void itemsOfComprehensions() {
        file("a.py", "class A:", "    def m(self): pass", "items = [A() for _ in range(3)]", "items[0].m()",
                "for item in items: item.m()", "{k: A() for k in 'ab'}['a'].m()");
        assertEquals(List.of("a.py:2 m"), callees("a.py", "items[0].m()"));
        assertEquals(List.of("a.py:2 m"), callees("a.py", "item.m()"));
        assertEquals(List.of("a.py:2 m"), callees("a.py", "{k: A() for k in 'ab'}['a'].m()"));
    }

    @Test
    void circles() {
        file("a.py", "from b import f, g", "h = g", "class A(A): pass", "x = x.y", "def r(): return r()",
                "f()", "h()", "A().m()", "x()", "r()()");
        file("b.py", "from a import f, h as g", "def k(): pass");
        assertEquals(List.of("unknown no_value"), callees("a.py", "f()"));
        assertEquals(List.of("unknown no_value"), callees("a.py", "h()"));
        assertEquals(List.of("unknown no_value"), callees("a.py", "r()()"));
    }
}
