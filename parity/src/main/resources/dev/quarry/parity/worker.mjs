// Answers questions of Oracle.java, whose comment describes the protocol, with a CPython that Pyodide runs.
//
// Arguments: the module pyodide.mjs, the text of worker.py.
const [module, worker] = process.argv.slice(1);
const { loadPyodide } = await import(module);
const python = await loadPyodide({ stdout: console.error });
python.runPython(worker);
const answer = python.runPython("lambda question, data: answer(question, data.to_bytes())");

const chunks = process.stdin[Symbol.asyncIterator]();
let rest = Buffer.alloc(0);

/** The next bytes; the process ends when there are none. */
async function read(length) {
    const parts = [rest];
    let size = rest.length;
    while (size < length) {
        const { value, done } = await chunks.next();
        if (done) process.exit(0);
        parts.push(value);
        size += value.length;
    }
    const bytes = Buffer.concat(parts, size);
    rest = bytes.subarray(length);
    return bytes.subarray(0, length);
}

async function readFrame() {
    return read((await read(4)).readUInt32BE(0));
}

function write(bytes) {
    return new Promise((resolve) => process.stdout.write(bytes, resolve));
}

for (;;) {
    const question = (await readFrame()).toString();
    const reply = answer(question, new Uint8Array(await readFrame()));
    const [status, result] = reply;
    const view = result.getBuffer();
    const header = Buffer.alloc(5);
    header.writeUInt8(status);
    header.writeUInt32BE(view.data.length, 1);
    await write(Buffer.concat([header, view.data]));
    view.release();
    result.destroy();
    reply.destroy();
}
