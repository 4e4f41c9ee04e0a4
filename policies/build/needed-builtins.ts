/** Names of the functions that a module expects from its host: OPA's `builtins()` export, read without evaluating anything. */
export function neededBuiltins(module: WebAssembly.Module): string[] {
  const memory = new WebAssembly.Memory({ initial: 16 });
  const refuse = () => {
    throw new Error('nothing is evaluated here');
  };
  const names = ['opa_abort', 'opa_builtin0', 'opa_builtin1', 'opa_builtin2', 'opa_builtin3', 'opa_builtin4'];
  const env = { memory, ...Object.fromEntries(names.map((name) => [name, refuse])) };
  const { exports } = new WebAssembly.Instance(module, { env });
  const { builtins, opa_json_dump: dump } = exports as Record<string, (...numbers: number[]) => number>;
  if (builtins === undefined || dump === undefined) throw new Error('the module is not one of OPA');
  const start = dump(builtins());
  const bytes = new Uint8Array(memory.buffer, start);
  return Object.keys(JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)))) as object);
}
