import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadPolicy, type Policy, type PolicyBundle } from '@proofrail/core/policy';
import type { InputDocument } from '@proofrail/core/context';
import { EngineError } from '@proofrail/core/outcomes';
import { hostileBundle, manifestOf } from './testing/hostile-policy.ts';

let bundle: PolicyBundle;
let policy: Policy;
const ask = (input: unknown) => policy.evaluate(input as InputDocument);

beforeAll(async () => {
  bundle = await hostileBundle();
  policy = await loadPolicy(bundle);
});

/** What was thrown, which has to be one of ours. */
function failure(action: () => unknown): EngineError {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown;
    throw new Error(`not an EngineError but a ${typeof thrown}`, { cause: thrown });
  }
  throw new Error('nothing was thrown');
}

describe('an answer that cannot be used is never a pass', () => {
  it('reads an answer that is one', () => {
    expect(ask({ case: 'well' })).toEqual([{ id: 'a.first', status: 'pass', reasons: [] }]);
  });

  it.each([
    ['undefined decision', 'policy/unreadable-answer'],
    ['empty', 'policy/unreadable-answer'],
    ['text', 'policy/unreadable-answer'],
    ['unknown status', 'policy/unreadable-answer'],
    ['extra rule', 'policy/rule-not-in-manifest'],
    ['rule twice', 'policy/rule-twice'],
    ['nameless reason', 'policy/reason-not-in-manifest'],
  ])('%s', (name, code) => {
    expect(failure(() => ask({ case: name })).code).toBe(code);
  });

  it('a rule of the manifest that did not answer', async () => {
    const [first] = bundle.manifest.rules;
    if (first === undefined) throw new Error('the manifest has a rule');
    const two = await loadPolicy({ ...bundle, manifest: { ...bundle.manifest, rules: [first, { ...first, id: 'a.second' }] } });
    expect(failure(() => two.evaluate({ case: 'well' } as unknown as InputDocument)).code).toBe('policy/rule-missing');
  });

  it('gives a failure without a reason the reason that nothing was proved', () => {
    expect(ask({ case: 'no reason' })[0]?.reasons).toEqual([{ code: 'unproven', params: {} }]);
  });
});

describe('whatever the SDK throws arrives as an error with its message', () => {
  it.each([
    ['missing builtin', 'not implemented: built-in function'], // a plain object
    ['broken builtin', 'sprintf'], // an Error of a JavaScript library
    ['conflict', 'var assignment conflict'], // a plain string
  ])('%s', (name, text) => {
    const thrown = failure(() => ask({ case: name }));
    expect([thrown.code, thrown.found]).toEqual(['policy/threw', expect.stringContaining(text)]);
  });

  it('the cap of memory, after 19 MB and not 1.75 GB, with what to do', () => {
    const { code, doThis } = failure(() => ask({ case: 'memory' }));
    expect([code, doThis]).toEqual(['policy/memory', expect.stringMatching(/^have scanners report less/)]);
  });

  it('half a surrogate pair, which aborts the module', () => {
    expect(failure(() => ask({ case: 'surrogate', text: '\ud83d' })).found).toContain('illegal string escape');
  });

  it('an instance that was aborted is not used again', () => {
    failure(() => ask({ case: 'memory' }));
    expect(ask({ case: 'well' })[0]?.status).toBe('pass');
  });
});

describe('only an input document reaches the module', () => {
  // Each of these is "no input" to the SDK, and a set of denials over no input is empty.
  const bytes = new TextEncoder().encode('{"case":"we');
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['false', false],
    ['zero', 0],
    ['empty text', ''],
    ['text', '{"case":"well"}'],
    ['a list', [{ case: 'well' }]],
    ['truncated JSON as bytes', bytes],
    ['truncated JSON as a buffer', bytes.buffer],
  ])('%s is refused', (_, input) => {
    expect(failure(() => ask(input)).code).toBe('policy/input-not-an-object');
  });

  it('an input beyond the cap is refused before any memory is taken', () => {
    expect(failure(() => ask({ case: 'well', text: 'x'.repeat(33 * 1024 * 1024) })).code).toBe('policy/input-too-large');
  });

  it.each(['\0', '\u001b[31m', 'é', '🔒', '\u202e', '"\\\n'])('%j arrives as it is', (text) => {
    expect(failure(() => ask({ case: 'surrogate', text })).code).toBe('policy/unreadable-answer');
  });
});

describe('a module that is not ours', () => {
  const refusal = (loading: Promise<Policy>): Promise<EngineError> =>
    loading.then(
      () => Promise.reject(new Error('it was loaded')),
      (thrown: unknown) => (thrown instanceof EngineError ? thrown : Promise.reject(thrown as Error)),
    );

  it('is not even compiled when its digest is not the manifest’s', async () => {
    const altered = Uint8Array.from(bundle.wasm);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect((await refusal(loadPolicy({ ...bundle, wasm: altered }))).code).toBe('policy/digest-mismatch');
  });

  it('that prints to the runner’s standard output is refused', async () => {
    const wasm = moduleImporting('opa_println');
    expect(await refusal(loadPolicy({ wasm, manifest: manifestOf(wasm) }))).toMatchObject({
      code: 'policy/foreign-import',
      found: 'env.opa_println',
    });
  });

  it('that does not ask for what every module of OPA asks for is refused', async () => {
    const wasm = moduleImporting('opa_abort');
    expect((await refusal(loadPolicy({ wasm, manifest: manifestOf(wasm) }))).code).toBe('policy/missing-import');
  });

  it('that is no module at all is refused', async () => {
    const wasm = new TextEncoder().encode('package proofrail');
    expect((await refusal(loadPolicy({ wasm, manifest: manifestOf(wasm) }))).code).toBe('policy/not-a-module');
  });
});

/** The smallest module with one import: `(module (import "env" name (func (param i32))))`. */
function moduleImporting(name: string): Uint8Array {
  const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
  const entry = [1, ...text('env'), ...text(name), 0, 0];
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x7f, 0, 2, entry.length, ...entry]);
}
