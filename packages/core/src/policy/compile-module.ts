import { engineFailure } from './engine-failure.ts';

// What OPA's modules import. `opa_println` marks a foreign one: the SDK would print its text to stdout, where the runner reads
// commands (policy.md 3.4).
const IMPORTS = ['memory', 'opa_abort', 'opa_builtin0', 'opa_builtin1', 'opa_builtin2', 'opa_builtin3', 'opa_builtin4'];

/**
 * Compiles a module, on another core while the caller goes on, and refuses one that asks its host for anything else. Throws EngineError
 * `policy/…`.
 */
export async function compileModule(wasm: Uint8Array): Promise<WebAssembly.Module> {
  const module = await compile(wasm);
  const imports = WebAssembly.Module.imports(module);
  const foreign = imports.find(({ module: from, name }) => from !== 'env' || !IMPORTS.includes(name));
  if (foreign !== undefined)
    throw engineFailure('foreign-import', `imports among env.{${IMPORTS}}`, `${foreign.module}.${foreign.name}`);
  if (imports.length !== IMPORTS.length)
    throw engineFailure('missing-import', `${IMPORTS.length} imports`, String(imports.length));
  return module;
}

async function compile(wasm: Uint8Array): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(wasm);
  } catch (thrown) {
    throw engineFailure('not-a-module', 'a WebAssembly module', thrown instanceof Error ? thrown.message : String(thrown));
  }
}
