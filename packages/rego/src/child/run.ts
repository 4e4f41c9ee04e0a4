// The program of the child process. build.ts bundles it to dist/rego/run.mjs; ask.ts starts it as
//   node --liftoff-only run.mjs <compiler.wasm.br> <sha256:…>
// A JSON request comes in on stdin, the answer leaves on stdout.
import { createHash } from 'node:crypto';
import { read, readFileSync, write, writeSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import '../../vendor/wasm_exec.js';
import { ChildExit } from './exit-codes.ts';

interface GoProgram {
  readonly importObject: object;
  exit: (code: number) => void;
  run(instance: object): Promise<void>;
}
declare const Go: new () => GoProgram;
declare const WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: object }> };

const [, , path = '', digest = ''] = process.argv;

function program(): Buffer {
  try {
    return readFileSync(path);
  } catch {
    process.exit(ChildExit.programMissing);
  }
}

// The bytes that are hashed are the bytes that run: the file is read once.
const compressed = program();
if (`sha256:${createHash('sha256').update(compressed).digest('hex')}` !== digest) process.exit(ChildExit.programAltered);

// wasm_exec.js has given Go a file system in which every call fails; the two pipes are all that is added to it.
Object.assign(globalThis, { fs: { ...Reflect.get(globalThis, 'fs'), read, write, writeSync } });
// Without it Go's HTTP client has no way out: http.send in a policy under test reaches nobody. Looking at it would cost 30 ms.
Reflect.deleteProperty(globalThis, 'fetch');

const go = new Go();
go.exit = (code) => process.exit(code);
const { instance } = await WebAssembly.instantiate(brotliDecompressSync(compressed), go.importObject);
await go.run(instance);
process.exit(0); // Go leaves timers behind that would hold the process.
