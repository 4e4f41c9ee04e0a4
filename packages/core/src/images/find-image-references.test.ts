import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { findImageReferences, type FoundReference } from './find-image-references.ts';

const HEX = 'dbcc1c35ac38df41fd2f5e4130b32ffdb93ebae8b3dbe638c23575912276fc9c';
const find = (text: string): readonly FoundReference[] => findImageReferences(text, 'f.yaml');
const brief = (text: string): string[] =>
  find(text).map(({ line, kind, reference, state }) => `${line} ${kind} ${reference} ${state}`);

type Derived = Readonly<Record<string, readonly { image: string; kind: string; path: string }[] | { yaml_error: string }>>;

/** The independent walker of the corpora counts every string called `image`; these two name Ceph block devices (RBDVolumeSource). */
const BLOCK_DEVICES = new Set(['_archived/volumes/rbd/rbd-with-secret.yaml', '_archived/volumes/rbd/rbd.yaml']);

const EXPECTED_COUNTS = {
  'kubernetes-examples': 64,
  'kyverno-images': 62,
  'gatekeeper-images': 15,
  'awesome-compose': 18,
  'ecs-task-definitions': 8,
};

describe.each(Object.entries(EXPECTED_COUNTS))('%s', (name, count) => {
  describeCorpus(name, (folder) => {
    const derived = JSON.parse(readFileSync(path.join(folder, 'derived-images.json'), 'utf8')) as Derived;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(?:ya?ml|json)$/.test(file) && file !== 'derived-images.json',
    );
    const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
    const isTemplate = (file: string): boolean => 'yaml_error' in (derived[file] ?? {});

    it(`finds all ${count} images with the state that their text has, and nothing in the other files`, () => {
      let found = 0;
      for (const file of files.filter((each) => !isTemplate(each))) {
        const expected = derived[file] ?? [];
        if (!Array.isArray(expected)) throw new Error(`no list for ${file}`);
        const containers = expected.filter((each) => !(BLOCK_DEVICES.has(file) && each.path.includes('/rbd/')));
        const references = findImageReferences(read(file), file);
        const states = references.map(({ reference, state }) => `${reference} ${state}`).sort();
        expect([file, states]).toEqual([
          file,
          containers.map(({ image, kind }) => `${image} ${kind === 'digest' ? 'pinned' : 'mutable'}`).sort(),
        ]);
        found += references.length;
      }
      expect(found).toBe(count);
    });

    it('names the line where each reference stands', () => {
      for (const file of files.filter((each) => !isTemplate(each))) {
        const lines = read(file).split('\n');
        for (const { reference, line } of findImageReferences(read(file), file)) expect(lines[line - 1]).toContain(reference);
      }
    });

    it('gives one error with line and column for each template that is no YAML', () => {
      for (const file of files.filter(isTemplate)) {
        const at = expect.stringMatching(/\.yaml:6:14$/);
        expect(() => findImageReferences(read(file), file)).toThrow(
          expect.objectContaining({ code: 'image/malformed-yaml', at }),
        );
      }
    });
  });
});

describeCorpus('gatekeeper-images', (folder) => {
  const violations = { 'example_allowed.yaml': 0, 'example_disallowed.yaml': 2, 'disallowed_all.yaml': 3 };
  it.each(Object.entries(violations))('counts the violations of suite.yaml in %s', (file, count) => {
    const sample = path.join(folder, 'imagedigests/samples/container-image-must-have-digest', file);
    const references = findImageReferences(readFileSync(sample, 'utf8'), file);
    expect(references.filter(({ state }) => state !== 'pinned')).toHaveLength(count);
  });
});

describeCorpus('kyverno-images', (folder) => {
  it('passes and fails the resources that the test of require-image-checksum passes and fails', () => {
    const test = path.join(folder, 'other/require-image-checksum/.kyverno-test');
    const resources = readFileSync(path.join(test, 'resource.yaml'), 'utf8').split(/^---$/m);
    const results = resources.map((resource) => {
      const name = /^metadata:\n  name: (.+)$/m.exec(resource)?.[1];
      return [name, find(resource).every(({ state }) => state === 'pinned') ? 'pass' : 'fail'];
    });
    const written = readFileSync(path.join(test, 'kyverno-test.yaml'), 'utf8').matchAll(/resources:\n  - (.+)\n  result: (.+)/g);
    const expected = [...written].map(([, name, result]) => [name, result]);
    expect(expected).toHaveLength(4);
    expect(Object.fromEntries(results)).toEqual(Object.fromEntries(expected));
  });
});

describe('Kubernetes', () => {
  it('finds every way to make a node pull an image', () => {
    const pod = `
apiVersion: v1
kind: Pod
spec:
  initContainers: [{ name: i, image: init:1 }]
  containers:
    - name: c
      image: "app@sha256:${HEX}" # pinned
  ephemeralContainers:
    - image: debug
  volumes:
    - image: { reference: model:1, pullPolicy: Always }
    - rbd: { image: block-device }
`;
    expect(brief(pod)).toEqual([
      '5 init-container init:1 mutable',
      `8 container app@sha256:${HEX} pinned`,
      '10 ephemeral-container debug mutable',
      '12 image-volume model:1 mutable',
    ]);
  });

  it.each([
    ['Deployment', 'spec: { template: { spec: { containers: [{ image: a }] } } }'],
    ['StatefulSet', 'spec: { template: { spec: { containers: [{ image: a }] } } }'],
    ['CronJob', 'spec: { jobTemplate: { spec: { template: { spec: { containers: [{ image: a }] } } } } }'],
    ['PodTemplate', 'template: { spec: { containers: [{ image: a }] } }'],
    ['List', 'items: [{ kind: Pod, spec: { containers: [{ image: a }] } }]'],
    ['Rollout', 'spec: { workload: { podSpec: { containers: [{ image: a }] } } }'],
  ])('finds the container of a %s, known or not', (kind, rest) => {
    expect(brief(`apiVersion: x/v1\nkind: ${kind}\n${rest}\n`)).toEqual(['3 container a mutable']);
  });

  it('reads every document of a file and JSON as well', () => {
    expect(
      brief('---\n---\nspec: { containers: [{ image: a }] }\n---\n# nothing\n---\nspec:\n  containers:\n  - image: b\n'),
    ).toEqual(['3 container a mutable', '9 container b mutable']);
    expect(brief('{"spec":{"containers":[{"image":"a"}]}}')).toEqual(['1 container a mutable']);
  });

  it('is not talked out of a reference by the tricks of YAML', () => {
    const tricks = [
      'spec: { "containers": [{ "image": "a" }] }',
      'spec: { ? containers : [{ ? image : a }] }',
      'spec: { containers: [{ !!str image: !!str a }] }',
      'spec: { containers: [{ "im\\u0061ge": a }] }',
      'image: &i a\nspec: { containers: [{ image: *i }] }',
      'x: &c { image: a }\nspec: { containers: [*c] }',
      'x: &c { image: a }\nspec: { containers: [{ <<: *c, name: n }] }',
      'x: &c { image: a }\ny: &d { <<: *c }\nspec: { containers: [{ <<: [*d] }] }',
      'x: &l [{ image: a }]\nspec: { containers: *l }',
      'k: &k containers\nspec: { *k : [{ image: a }] }',
      'spec:\n  containers:\n  - image: >-\n      a\n',
    ];
    for (const trick of tricks) expect([trick, find(trick).map(({ reference }) => reference)]).toEqual([trick, ['a']]);
  });

  it('reports both values of a key that is written twice, because tools disagree about which one counts', () => {
    const twice = `spec: { containers: [{ image: app@sha256:${HEX}, image: app }] }`;
    expect(find(twice).map(({ state }) => state)).toEqual(['pinned', 'mutable']);
    expect(find('spec: { containers: [{ image: a }], containers: [{ image: b }] }')).toHaveLength(2);
  });

  it('never takes what is no text for pinned', () => {
    expect(brief('spec: { containers: [{ image: 1.10 }, { image: [a] }, { image: "" }, { image: true }] }')).toEqual([
      '1 container 1.10 mutable',
      '1 container [a] malformed',
      '1 container  malformed',
      '1 container true mutable',
    ]);
    expect(find('spec: { containers: [{ image: "{{ .Values.image }}" }, { image: }, { name: n }] }')).toMatchObject([
      { state: 'unresolvable' },
    ]);
  });
});

describe('Compose', () => {
  it('judges what is pulled, not the name of what is built', () => {
    const compose = `
x-base: &base
  image: base:1
services:
  web: { build: ., image: web:latest }
  plain: { build: . }
  db: { image: "postgres@sha256:${HEX}" }
  one: { <<: *base }
  two: { <<: *base, image: redis }
`;
    expect(brief(compose)).toEqual([
      '3 service base:1 mutable',
      `7 service postgres@sha256:${HEX} pinned`,
      '9 service redis mutable',
    ]);
  });

  it('calls a variable unresolvable, whatever stands around it', () => {
    for (const image of ['${IMAGE}', 'app:${TAG:-1.0}', 'app:$TAG', `\${APP}@sha256:${HEX}`, 'app@${DIGEST?err}', 'a$$b']) {
      expect(find(`services: { a: { image: '${image}' } }`)).toMatchObject([{ reference: image, state: 'unresolvable' }]);
    }
  });

  it('reads Kubernetes objects that have services of their own as Kubernetes', () => {
    const object = 'apiVersion: x/v1\nservices: { a: { build: ., image: no } }\nspec: { containers: [{ image: yes-1 }] }';
    expect(brief(object)).toEqual(['2 named no mutable', '3 container yes-1 mutable']);
  });
});

describe('files that name no image or cannot be read', () => {
  it.each(['', '# only a comment', '---', 'kind: ConfigMap\ndata: { image: text }', '[]', 'text', 'services: {}'])(
    'finds nothing in %j',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );

  it.each([
    ['spec:\n  containers:\n - image: a', 'f.yaml:2:14'],
    ['a: b: c', 'f.yaml:1:4'],
    ['spec: {{ .Values.spec }}', 'f.yaml:1:8'],
    ['a: "open', 'f.yaml:1:9'],
    ['a: *missing', 'f.yaml:1:4'],
    ['ok: 1\n---\na: [', 'f.yaml:3:5'],
    ['[[a]: b]: c', 'f.yaml:1:1'],
  ])('says where %j is no YAML', (text, at) => {
    expect(() => find(text)).toThrow(expect.objectContaining({ code: 'image/malformed-yaml', outcome: 'invalid', at }));
  });

  it('stops at files made to exhaust it, with an error of its own', () => {
    const levels = Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`);
    expect(find(`a0: &a0 { containers: [{ image: a }] }\n${levels.join('\n')}`)).toHaveLength(1);
    expect(find('a: &a { b: *a, <<: *a, containers: [{ image: x, <<: *a }] }')).toHaveLength(1);
    const found = 'nesting that is too deep to follow';
    for (const deep of ['['.repeat(200_000), `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`])
      expect(() => find(deep)).toThrow(expect.objectContaining({ code: 'image/malformed-yaml', found }));
    const chain = Array.from({ length: 3_000 }, (_, index) => `m${index + 1}: &m${index + 1} { <<: *m${index} }`);
    expect(() => find(`m0: &m0 { a: b }\n${chain.join('\n')}`)).toThrow(
      expect.objectContaining({ code: 'image/manifest-too-large' }),
    );
  });
});
