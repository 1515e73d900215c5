// Checks all .py files of a folder with ruff's WebAssembly build each time a line is read, see PeerProcess.
// Arguments: the folder with node_modules, the folder with the sources.
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [packages, folder] = process.argv.slice(2);
const { Workspace, PositionEncoding } = createRequire(join(packages, "node_modules", "x.js"))("@astral-sh/ruff-wasm-nodejs");
const workspace = new Workspace({ lint: { select: [] }, "target-version": "py313" }, PositionEncoding.Utf8);

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()
    .map((path) => readFileSync(path));
const size = files.reduce((sum, file) => sum + file.length, 0);
const decoder = new TextDecoder();
console.log("ready");
for await (const _ of createInterface({ input: process.stdin })) {
    let refused = 0;
    const start = process.cpuUsage();
    for (const file of files) {
        refused += workspace.check(decoder.decode(file)).length > 0;
    }
    const { user, system } = process.cpuUsage(start);
    console.log(`${(user + system) * 1000} ${size} ${refused}`);
}
