import { memorySize } from './memory-size.ts';
import { asFailure, engineFailure } from './engine-failure.ts';
import { loadPolicySync } from './opa-sdk.ts';

const ENTRYPOINT = 'proofrail/decision';

/**
 * One evaluation in a fresh instance: the raw result set, not yet judged. Throws EngineError `policy/…` whatever the SDK throws.
 *
 * Synchronous, because the SDK's asynchronous loader names `Response`, which makes Node load all of fetch (30 ms, toolchain.md 2).
 * The input is always an object: given bytes that are not JSON, the SDK evaluates without input; given a falsy value likewise.
 */
export function evaluateModule(module: WebAssembly.Module, input: object): unknown {
  const json = JSON.stringify(requireObject(input));
  try {
    const policy = loadPolicySync(module, memorySize(Buffer.byteLength(json)), {});
    return policy.evaluate(input, ENTRYPOINT);
  } catch (thrown) {
    throw asFailure(thrown);
  }
}

function requireObject(input: unknown): object {
  const binary = ArrayBuffer.isView(input) || input instanceof ArrayBuffer;
  if (typeof input === 'object' && input !== null && !Array.isArray(input) && !binary) return input;
  throw engineFailure('input-not-an-object', 'an input document', input === null ? 'null' : binary ? 'bytes' : typeof input);
}
