import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '../limits.ts';
import { defaultLocation } from '../location.ts';
import { ask } from './ask.ts';

const evaluation = (rego: string, input: unknown = null) =>
  JSON.stringify({
    operation: 'evaluate',
    files: { 'a.rego': `package a\n\nx := ${rego}\n` },
    query: 'data.a.x',
    inputs: [input],
  });

describe('the compiler that runs', () => {
  let folder: string;
  let location: URL;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'proofrail-rego-'));
    cpSync(fileURLToPath(defaultLocation()), folder, { recursive: true });
    location = pathToFileURL(`${folder}/`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the one that our code pins: one changed bit and it does not run', async () => {
    const file = join(folder, 'compiler.wasm.br');
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(1_000) ^ 1, 1_000);
    writeFileSync(file, bytes);
    await expect(ask('{}', location, DEFAULT_LIMITS)).rejects.toMatchObject({
      code: 'rego/compiler-altered',
      outcome: 'tampered',
    });
  });

  it('is missed by name when it is absent', async () => {
    rmSync(join(folder, 'compiler.wasm.br'));
    await expect(ask('{}', location, DEFAULT_LIMITS)).rejects.toMatchObject({
      code: 'rego/compiler-missing',
      outcome: 'unavailable',
    });
  });

  it('is told apart from a child that dies', async () => {
    writeFileSync(
      join(folder, 'run.mjs'),
      'process.stderr.write("panic: no such thing\\n\\ngoroutine 1\\n", () => process.exit(2));',
    );
    await expect(ask('{}', location, DEFAULT_LIMITS)).rejects.toMatchObject({
      code: 'rego/crashed',
      outcome: 'unavailable',
      found: 'exit code 2: panic: no such thing',
    });
  });
});

describe('a policy that takes too much', () => {
  it('time: is ended, and its process with it', async () => {
    const endless = 'count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a == b + 1])';
    const started = Date.now();
    await expect(ask(evaluation(endless), defaultLocation(), { ...DEFAULT_LIMITS, seconds: 2 })).rejects.toMatchObject({
      code: 'rego/timeout',
      outcome: 'unavailable',
    });
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('memory: cannot grow beyond the cap', async () => {
    const greedy = evaluation('numbers.range(1, 100000000)');
    await expect(ask(greedy, defaultLocation(), { ...DEFAULT_LIMITS, memoryMiB: 128 })).rejects.toMatchObject({
      code: 'rego/out-of-memory',
      outcome: 'unavailable',
    });
  });

  it('answer: is cut off, not kept', async () => {
    const talkative = evaluation('numbers.range(1, 300000)');
    await expect(ask(talkative, defaultLocation(), { ...DEFAULT_LIMITS, answerMiB: 1 })).rejects.toMatchObject({
      code: 'rego/answer-too-long',
      outcome: 'invalid',
    });
  });

  it('depth: is called too deep', async () => {
    const deep = evaluation('['.repeat(20_000) + ']'.repeat(20_000));
    await expect(ask(deep, defaultLocation(), DEFAULT_LIMITS)).rejects.toMatchObject({
      code: 'rego/too-deep',
      outcome: 'invalid',
    });
  });
});
