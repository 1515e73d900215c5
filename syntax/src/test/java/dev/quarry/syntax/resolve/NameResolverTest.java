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
    void circles() {
        file("a.py", "from b import f, g", "h = g", "class A(A): pass", "x = x.y", "def r(): return r()",
                "f()", "h()", "A().m()", "x()", "r()()");
        file("b.py", "from a import f, h as g", "def k(): pass");
        assertEquals(List.of("unknown no_value"), callees("a.py", "f()"));
        assertEquals(List.of("unknown no_value"), callees("a.py", "h()"));
        assertEquals(List.of("unknown no_value"), callees("a.py", "r()()"));
    }
}
