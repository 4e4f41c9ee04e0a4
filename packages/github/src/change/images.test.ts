import { expect, describe, it } from '@jest/globals';
import { known, unknown, type Fact } from '@proofrail/core/context';
import type { FileAtHead } from './file-at-head.ts';
import { imagesOf } from './images.ts';
import { manifestsIn } from './manifests.ts';

/** What the gate learns of a change with these files; `null`: GitHub gives no text. */
function imagesIn(files: Readonly<Record<string, string | null>>, why: 'truncated' | 'unusable' | 'forbidden' = 'unusable') {
  const changed = Object.keys(files).map((path) => ({ path, previous: null, blob: path }));
  const fileAt = (path: string): Fact<FileAtHead> => {
    const text = files[path] ?? null;
    return text === null ? unknown(why) : known({ kind: 'text', text });
  };
  const manifests = manifestsIn(known(changed));
  return manifests.known ? imagesOf(manifests.value, fileAt) : manifests;
}
const references = (files: Readonly<Record<string, string | null>>): string[] => {
  const images = imagesIn(files);
  return images.known ? images.value.items.map(({ file, line, reference }) => `${file}:${line} ${reference}`) : ['unknown'];
};

const POD = 'apiVersion: v1\nkind: Pod\nspec: {containers: [{image: "x:latest"}]}\n';

/** Files as ordinary repositories have them, which no strict reader of YAML takes, and which deploy nothing. */
const BROKEN: Readonly<Record<string, string>> = {
  'tsconfig.json': '{\n  // strict\n  "compilerOptions": { "strict": true, },\n}\n',
  'test/bad.json': '{"a": \n',
  'events.json': '{"a":1}\n{"b":2}\n',
  'play.yaml': '- name: x\n  value: {{ y }}\n',
  'tabs.yaml': 'a:\n\tb: 1\n',
  'directive.yaml': '%FOO\n---\na: 1\n',
};

describe('a file that cannot be read', () => {
  it.each(Object.entries(BROKEN))('names no image where it has no sign of a manifest: %s', (path, text) => {
    expect(imagesIn({ [path]: text })).toEqual(known({ items: [], total: 0 }));
  });

  it.each(Object.entries(BROKEN))('is never taken for one that names none where an image is planted in it: %s', (path, text) => {
    const lines = text.split('\n');
    const plants = [
      'image: x:latest',
      '"image": "x:latest",',
      'containers: [{"im\\u0061ge": "x:latest"}]',
      '{{ printf "im%s" "age" }}: x',
    ];
    for (const plant of [...plants, ...POD.split('\n').filter((line) => line !== '')]) {
      for (let at = 0; at <= lines.length; at += 1) {
        const planted = [...lines.slice(0, at), plant, ...lines.slice(at)].join('\n');
        const images = imagesIn({ [path]: planted });
        // Whoever can read it where this reader can't may find the image: nothing but a tag or "unknown" is right.
        const isAllowed = images.known && images.value.items.length === 0;
        if (/image|containers|im\\u|printf/.test(plant)) expect([planted, isAllowed]).toEqual([planted, false]);
      }
    }
  });

  it('is named, with the line where reading ended, and so is every other', () => {
    expect(imagesIn({ 'chart/a.yaml': `kind: Pod\nname: {{ .x }}\n`, 'b.json': null, 'c.yaml': 'a: 1\n' })).toEqual({
      known: false,
      why: 'unusable',
      files: [
        { file: 'chart/a.yaml', line: 2, problem: 'malformed' },
        { file: 'b.json', line: 1, problem: 'not-text' },
      ],
    });
    expect(imagesIn({ 'big.json': null }, 'truncated')).toMatchObject({ files: [{ problem: 'too-large' }] });
  });

  it('is not blamed for what is about the token', () =>
    expect(imagesIn({ 'a.json': null }, 'forbidden')).toEqual(unknown('forbidden')));

  it('is one of twenty at most that are named', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.yaml`, 'image: [\n']));
    const images = imagesIn(many);
    expect(images.known ? [] : images.files).toHaveLength(20);
  });
});

describe('a link among the manifests', () => {
  it('leaves the images unknown, and is named beside what could be read', () => {
    const changed = ['deploy/app.yaml', 'deploy/pod.yaml'].map((path) => ({ path, previous: null, blob: path }));
    const images = imagesOf(changed, (path) =>
      known(path === 'deploy/app.yaml' ? { kind: 'link' } : { kind: 'text', text: POD }),
    );
    expect(images).toEqual({
      known: false,
      why: 'unusable',
      files: [{ file: 'deploy/app.yaml', line: 1, problem: 'link' }],
    });
  });

  it.each(['app.txt', '1', 'a: b', '{"a":1}', '', '# nothing\n'])('is not what a file that reads %j is', (text) =>
    expect(imagesIn({ 'a.yaml': text }).known).toBe(true),
  );
});

describe('the files that are looked at', () => {
  it('are known by their content, wherever they lie', () => {
    expect(references({ '.github/k8s/app.yaml': POD })).toEqual(['.github/k8s/app.yaml:3 x:latest']);
    expect(references({ '.github/workflows/app.yaml': POD })).toEqual(['.github/workflows/app.yaml:3 x:latest']);
    expect(references({ '.github/workflows/ci.yml': 'on: push\njobs: {a: {container: "node:20"}}\n' })).toEqual([]);
    expect(references({ 'main.tf': 'a { image = "x:1" }\n', 'prod.tfvars': 'image = "y"\n' })).toEqual([
      'main.tf:1 x:1',
      'prod.tfvars:1 y',
    ]);
  });

  it('bring other files of the repository with them, which their own changes are judged by, and others from elsewhere', () => {
    const kustomization = 'kind: Kustomization\nresources:\n  - ../base\n  - https://other.example/base\n';
    expect(references({ 'kustomization.yaml': kustomization })).toEqual(['kustomization.yaml:4 https://other.example/base']);
  });

  it('never give an image without any text', () =>
    expect(references({ 'a.yaml': 'spec: {containers: [{image: ""}]}\n' })).toEqual(['a.yaml:1 ""']));
});
