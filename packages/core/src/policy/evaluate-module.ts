import { memorySize } from './memory-size.ts';
import { asFailure, engineFailure } from './engine-failure.ts';
import { loadPolicySync } from './opa-sdk.ts';

const utf8 = new TextEncoder();

/** What a module is asked, and what `data` it is given besides its own. */
export interface Question {
  readonly entrypoint: string;
  readonly data?: object;
}

/**
 * One evaluation in a fresh instance: the raw result set, not yet judged. Throws EngineError `policy/…` whatever the SDK throws.
 *
 * Synchronous, because the SDK's asynchronous loader names `Response`, which makes Node load all of fetch (30 ms, toolchain.md 2).
 * The input is always an object: given bytes that are not JSON, the SDK evaluates without input; given a falsy value likewise.
 * `bytes`: its JSON, where the caller has it already.
 */
export function evaluateModule(module: WebAssembly.Module, question: Question, input: object, bytes = bytesOf(input)): unknown {
  try {
    const policy = loadPolicySync(module, memorySize(bytes.length), {});
    if (question.data !== undefined) policy.setData(question.data);
    return policy.evaluate(wholeBuffer(bytes), question.entrypoint);
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
