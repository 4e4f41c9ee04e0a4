import { memorySize } from './memory-size.ts';
import { asFailure, engineFailure } from './engine-failure.ts';
import { loadPolicySync } from './opa-sdk.ts';

const utf8 = new TextEncoder();

/**
 * One evaluation in a fresh instance: the raw result set, not yet judged. Throws EngineError `policy/…` whatever the SDK throws.
 *
 * Synchronous, because the SDK's asynchronous loader names `Response`, which makes Node load all of fetch (30 ms, toolchain.md 2).
 * The input is always an object: given bytes that are not JSON, the SDK evaluates without input; given a falsy value likewise.
 * `bytes`: its JSON, where the caller has it already.
 */
export function evaluateModule(module: WebAssembly.Module, entrypoint: string, input: object, bytes = bytesOf(input)): unknown {
  try {
    const policy = loadPolicySync(module, memorySize(bytes.length), {});
    return policy.evaluate(wholeBuffer(bytes), entrypoint);
  } catch (thrown) {
    throw asFailure(thrown);
  }
}

const bytesOf = (input: object): Uint8Array => utf8.encode(JSON.stringify(requireObject(input)));

/** The SDK takes a whole ArrayBuffer for JSON, whatever part of it was meant. */
function wholeBuffer({ buffer, byteOffset, byteLength }: Uint8Array): object {
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

function requireObject(input: unknown): object {
  const binary = ArrayBuffer.isView(input) || input instanceof ArrayBuffer;
  if (typeof input === 'object' && input !== null && !Array.isArray(input) && !binary) return input;
  throw engineFailure('input-not-an-object', 'an input document', input === null ? 'null' : binary ? 'bytes' : typeof input);
}
