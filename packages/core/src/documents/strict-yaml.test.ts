import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { ConfigurationError } from '../outcomes/index.ts';
import { SeededRandom } from '../context/test/seeded-random.ts';
import { readStrictYaml } from './strict-yaml.ts';
import { OWN, ROLES, SHORT } from '../controls/test/registries.ts';

const read = (text: string) => readStrictYaml(text, 'file.yaml');
const refusal = (text: string): [code: string, at: string] => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ConfigurationError) return [error.code, error.at];
  }
  throw new Error(`${JSON.stringify(text.slice(0, 40))} was not refused`);
};

describe('YAML, read strictly', () => {
  it('means in YAML 1.2 what it looks like: no is a word, a day is a text', () => {
    expect(read('a: no\nb: 2026-11-21\nc: 1e3\nd: 0x10\ne: ~\nf: "1"\n').value).toEqual({
      a: 'no',
      b: '2026-11-21',
      c: 1000,
      d: 16,
      e: null,
      f: '1',
    });
  });

  it('knows where everything stands', () => {
    const document = read('a:\n  - {b: 1,\n     "c/d": 2}\n');
    expect([document.at('/a/0/b'), document.atKey('/a/0/b'), document.at('/a/0/c~1d')]).toEqual([
      'file.yaml:2:9',
      'file.yaml:2:6',
      'file.yaml:3:13',
    ]);
    expect(document.at('/a/0/nowhere')).toBe(document.at('/a/0'));
  });

  it('follows an alias', () => expect(read('a: &x [1]\nb: *x\n').value).toEqual({ a: [1], b: [1] }));

  it('follows the anchor that stands nearest before, and says of what is inside where that stands', () => {
    const document = read('a: &x {n: 1}\nb: *x\nc: &x {n: 2}\nd: *x\n');
    expect(document.value).toEqual({ a: { n: 1 }, b: { n: 1 }, c: { n: 2 }, d: { n: 2 } });
    expect([document.at('/d'), document.at('/d/n')]).toEqual(['file.yaml:4:4', 'file.yaml:3:11']);
  });

  it('takes a closing bracket under its key, as people write it, and says where things stand in the file as it is', () => {
    const document = read('a: {\n  b: 1\n}\nc:\n  d: [{\n    e: 1\n  }, {\n    e: 2 }, 3\n  ]\n  f: {\n}\n');
    expect(document.value).toEqual({ a: { b: 1 }, c: { d: [{ e: 1 }, { e: 2 }, 3], f: {} } });
    expect(['/c', '/c/d/0/e', '/c/d/1', '/c/d/1/e', '/c/d/2', '/c/f'].map((pointer) => document.at(pointer))).toEqual([
      'file.yaml:5:3',
      'file.yaml:6:8',
      'file.yaml:7:6',
      'file.yaml:8:8',
      'file.yaml:8:13',
      'file.yaml:10:6',
    ]);
  });

  it('says how other lines inside brackets or quotes have to stand', () => {
    for (const [text, at] of [
      ['a: {\n b: 1,\nc: 2\n}\n', 'file.yaml:3:1'],
      ['a: [\n  1\n]\nb: "x\ny"\n', 'file.yaml:5:1'],
    ] as const)
      expect(() => read(text)).toThrow(
        expect.objectContaining({ code: 'yaml/syntax', at, message: expect.stringContaining('deeper than the key before it') }),
      );
  });

  it('leaves a bracket in a block of text and in quotes what it is', () => {
    expect(read('run: |\n  if x; then {\n  }\na: [\n]\nb: "x\n  }"\n').value).toEqual({
      run: 'if x; then {\n}\n',
      a: [],
      b: 'x }',
    });
  });

  it('reads no file over and over: of many such brackets the first that is too many is named', () => {
    const lines = (count: number): string => Array.from({ length: count }, (_, n) => `k${n}: [\n]\n`).join('');
    expect(Object.keys(read(lines(40)).value as object)).toHaveLength(40);
    const large = `${lines(200)}# ${'x'.repeat(1_000_000)}\n`;
    const before = process.cpuUsage();
    expect(() => read(large)).toThrow(expect.objectContaining({ code: 'yaml/syntax' }));
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });

  it('follows none where none is wanted', () => {
    expect(() => readStrictYaml('a: &x [1]\nb: *x\n', 'file.yaml', { aliases: 'refused' })).toThrow(
      expect.objectContaining({ code: 'yaml/syntax', at: 'file.yaml:2:4' }),
    );
  });

  it('takes YAML 1.2 at its word', () => expect(read('%YAML 1.2\n---\na: no\n').value).toEqual({ a: 'no' }));

  it.each(['', '# nothing\n', '---\n', '~\n'])('means nothing by %j', (text) => {
    expect([read(text).value, read(text).at('')]).toEqual([null, 'file.yaml:1:1']);
  });

  it('says of what is left out where its key stands', () => expect(read('a:\n  b:\n').at('/a/b')).toBe('file.yaml:2:3'));

  it('keeps a key called __proto__ a key', () => {
    const { value } = read('__proto__: {admin: true}\n');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each([
    ['a key twice', 'a: 1\na: 2\n', 'yaml/duplicate-key', ':2:1'],
    ['a key twice, spelt otherwise', '"a": 1\na: 2\n', 'yaml/duplicate-key', ':2:1'],
    ['a key twice, deep inside', 'x:\n  - {a: 1, a: 2}\n', 'yaml/duplicate-key', ':2:12'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'yaml/syntax', ':2:1'],
    ['a second document that is empty', 'a: 1\n---\n', 'yaml/syntax', ':2:1'],
    ['a tag', 'a: !secret x\n', 'yaml/syntax', ':1:4'],
    ['a tag of the core schema', 'a: !!str 1\n', 'yaml/syntax', ':1:4'],
    ['a tag at a key', '!!str a: 1\n', 'yaml/syntax', ':1:1'],
    ['YAML 1.1, where no is false', '%YAML 1.1\n---\na: no\n', 'yaml/syntax', ':1:1'],
    ['a handle for tags', '%TAG ! tag:example.com,2026:\n---\na: 1\n', 'yaml/syntax', ':1:1'],
    ['a key that is an alias', 'a: &x b\n*x : 1\n', 'yaml/key', ':2:1'],
    ['a number that no double holds', 'a: 1e999\n', 'yaml/number', ':1:4'],
    ['digits that no double holds', `a: ${'9'.repeat(400)}\n`, 'yaml/number', ':1:4'],
    ['a control character', 'a: "\u0007"\n', 'yaml/syntax', ':1:5'],
    ['a key that is a number', '1: x\n', 'yaml/key', ':1:1'],
    ['a key that is a list', '? [a]\n: 1\n', 'yaml/key', ':1:3'],
    ['infinity', 'a: .inf\n', 'yaml/number', ':1:4'],
    ['an id that loses digits as a number', 'a: 12345678901234567890\n', 'yaml/number', ':1:4'],
    ['an alias inside its own anchor', 'a: &x {b: *x}\n', 'yaml/too-deep', ':1:7'],
    ['an unknown alias', 'a: *x\n', 'yaml/syntax', ':1:4'],
    ['an open bracket', 'a: [1\n', 'yaml/syntax', ':2:1'],
    ['a line that ends for other readers alone', 'a: 1 # then\rb: 2\n', 'yaml/syntax', ':1:12'],
    ['a closing bracket before its key', 'a:\n  b: [\n    1,\n c: ]\n', 'yaml/syntax', ':4:2'],
    ['a tab in brackets', 'a: [1,\t2]\n', 'yaml/syntax', ':1:8'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml/syntax', ':2:1'],
  ])('refuses %s', (_name, text, code, place) => expect(refusal(text)).toEqual([code, `file.yaml${place}`]));

  it('stops at a bomb of aliases as soon as at a long file', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`),
    ];
    const started = Date.now();
    expect(refusal(`${bomb.join('\n')}\n`)[0]).toBe('yaml/too-large');
    expect(Date.now() - started).toBeLessThan(5000);
    expect(refusal(`a: "${'x'.repeat(1_048_576)}"\n`)[0]).toBe('yaml/too-large');
    for (const deep of [40, 400, 400_000]) expect(refusal(`${'['.repeat(deep)}${']'.repeat(deep)}`)[0]).toBe('yaml/too-deep');
  });

  it('reads a damaged file as another reader of YAML does, wherever both take it', () => {
    const random = new SeededRandom(11);
    const taken = Array.from({ length: 4000 }, () => damagedTwice(random)).flatMap((text) => {
      const [ours, theirs] = [valueOf(text), otherValueOf(text)];
      return ours === undefined || theirs === undefined ? [] : [{ text, ours, theirs }];
    });
    expect(taken.filter(({ ours, theirs }) => !isDeepStrictEqual(ours, theirs)).map(({ text }) => text)).toEqual([]);
    expect(taken.length).toBeGreaterThan(1000);
  });

  it('reads JSON that is laid out under any key as the value that it is, its last bracket under the key', () => {
    const random = new SeededRandom(13);
    for (let tries = 0; tries < 500; tries += 1) {
      const [value, depth] = [nested(random, 4), random.below(5)];
      const keys = Array.from({ length: depth }, (_, level) => `${' '.repeat(2 * level)}k${level}:\n`).join('');
      const laidOut = JSON.stringify(value, null, random.pick([1, 2, 4])).replaceAll('\n', `\n${' '.repeat(2 * depth)}`);
      const around = Array.from({ length: depth }).reduceRight<unknown>((inner, _, level) => ({ [`k${level}`]: inner }), {
        value,
      });
      expect(read(`${keys}${' '.repeat(2 * depth)}value: ${laidOut}\n`).value).toEqual(around);
    }
  });

  it('answers every damaged file with a value or one error that has a place', () => {
    const random = new SeededRandom(7);
    for (let tries = 0; tries < 1500; tries += 1) {
      const text = random.pick([OWN, SHORT, ROLES]);
      const [from, much] = [random.below(text.length), random.below(6)];
      const damaged =
        text.slice(0, from) +
        random.pick(['', '\t', '{', '"', ': ', '*', '&a ', '\n', '- ', '!', '\u0000']) +
        text.slice(from + much);
      try {
        read(damaged);
      } catch (error) {
        if (!(error instanceof ConfigurationError))
          throw new Error(`${JSON.stringify(damaged)}: ${String(error)}`, { cause: error });
        expect(error.at).toMatch(/^file\.yaml:\d+:\d+$/);
      }
    }
  });
});

const nested = (random: SeededRandom, depth: number): unknown => {
  const items = Array.from({ length: depth === 0 ? 0 : random.below(4) }, () => nested(random, depth - 1));
  if (items.length === 0) return random.pick([[], {}, 1, 'a }, b', true, null]);
  return random.below(2) === 0 ? items : Object.fromEntries(items.map((item, index) => [`m${index}`, item]));
};

const TRICKS = `a: &x {b: "c\\td", e: 'it''s'}
f: |-
  text
    more

  end
g: >+
  folded
  text

h: [1, 0x1F, 0o17, -1.5e3, .5, ~, null, True, no, "1", *x]
"k: y" : *x
? q
: r
`;
const DAMAGE = ['', '\t', '{', '"', ': ', '*', '\n', '- ', '#', ' #', "'", '|', '>', ']', ',', '? ', '  ', '%', '@', '`', ':', '\\', '0', '~', '<<: ', '*x', '-', '.inf', '1_000', '0b1', '1:30', '\u00e9']; // prettier-ignore

function damagedTwice(random: SeededRandom): string {
  const damaged = (text: string): string => {
    const [from, much] = [random.below(text.length), random.below(6)];
    return text.slice(0, from) + random.pick(DAMAGE) + text.slice(from + much);
  };
  return damaged(damaged(random.pick([OWN, SHORT, ROLES, TRICKS, TRICKS])));
}

function valueOf(text: string): unknown {
  try {
    return read(text).value;
  } catch {
    return undefined;
  }
}

function otherValueOf(text: string): unknown {
  try {
    const document = parseDocument(text, { schema: 'core', merge: false, prettyErrors: false });
    return document.errors.length > 0 || document.warnings.length > 0 ? undefined : document.toJS();
  } catch {
    return undefined; // an alias of nothing
  }
}
