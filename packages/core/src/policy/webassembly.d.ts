// What we use of the WebAssembly JavaScript interface. TypeScript has its types only in the browser's library, whose other globals
// (fetch, Response, window) must not be in reach of this package.
declare namespace WebAssembly {
  interface MemoryDescriptor {
    readonly initial: number;
    readonly maximum?: number;
  }
  interface Module {
    readonly brand: 'WebAssembly.Module';
  }
  const Module: {
    imports(module: Module): { readonly module: string; readonly name: string }[];
  };
  function compile(bytes: Uint8Array): Promise<Module>;
  class Memory {
    constructor(descriptor: MemoryDescriptor);
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
}
