import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { HeardAnswers } from './heard-answers.ts';

const MIB = 1_048_576;
const answered = (bytes: Uint8Array, status = 200) => ({ kind: 'answered', status, headers: {}, body: null, bytes }) as const;

describe('what one run was answered', () => {
  it('is listed whole by digest where it is more than is held, and then nothing of it is kept: half a document says nothing', () => {
    const heard = new HeardAnswers();
    const large = [Buffer.alloc(20 * MIB, 1), Buffer.alloc(20 * MIB, 2), Buffer.from('{}')];
    for (const bytes of large) heard.note('query Change', {}, answered(bytes));
    const { items, total, document } = heard.of(0, 0);
    expect([total, items.map((item) => [item.bytes, item.sha256])]).toEqual([
      3,
      large.map((bytes) => [bytes.length, sha256(bytes)]),
    ]);
    expect(document()).toBeNull();
    expect(new HeardAnswers().of(0, 0).document()).toBeNull();
  });

  it('is listed from behind, with the number of all, where it is more than a record takes; the document holds them all', () => {
    const heard = new HeardAnswers();
    for (let number = 0; number < 300; number += 1)
      heard.note('query Contexts', { number }, answered(Buffer.from(`${number}`), 502));
    const { items, total, document } = heard.of(0, 0);
    expect([total, items.length, items.at(-1)?.sha256, items[0]?.sha256]).toEqual([300, 256, sha256('299'), sha256('44')]);
    const [index = '', bodies] = Buffer.from(document() ?? [])
      .toString()
      .split('\n');
    expect([(JSON.parse(index) as { answers: unknown[] }).answers.length, bodies?.length]).toEqual([300, 10 + 180 + 600]);
  });

  it('has what every change rests on in the list of each, and of the rest its own', () => {
    const heard = new HeardAnswers();
    for (const each of ['shared', 'first', 'second']) heard.note('query Change', {}, answered(Buffer.from(each)));
    expect(heard.of(1, 2).items.map((item) => item.sha256)).toEqual([sha256('shared'), sha256('second')]);
  });

  it('may have been asked about a name that no text can hold', () => {
    const heard = new HeardAnswers();
    heard.note('query Change', { branch: '\ud800', none: undefined }, answered(Buffer.from('{}')));
    expect(Buffer.from(heard.of(0, 0).document() ?? []).toString()).toContain('"branch":"\\ud800"');
  });
});
