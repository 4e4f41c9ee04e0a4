import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { imageTargets } from './image-targets.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(path.join(tmpdir(), 'proofrail-images-'))));
afterEach(() => rmSync(root, { recursive: true }));

const filesIn = (...words: string[]): string[] =>
  imageTargets(words).map((target) => (target.kind === 'file' ? path.relative(root, target.file) : target.text));

describe('a folder of manifests', () => {
  it('is read as kubectl reads it: YAML and JSON, and files that it only links to', () => {
    for (const name of ['a.yaml', 'b.yml', 'c.json', 'notes.txt']) writeFileSync(path.join(root, name), '');
    mkdirSync(path.join(root, 'k8s'));
    symlinkSync('../a.yaml', path.join(root, 'k8s', 'shared.yaml'));
    expect(filesIn(root)).toEqual(['a.yaml', 'b.yml', 'c.json', path.join('k8s', 'shared.yaml')]);
  });

  it('does not lead in circles, nor into what others wrote', () => {
    for (const name of ['node_modules', '.git']) {
      mkdirSync(path.join(root, name));
      writeFileSync(path.join(root, name, 'a.yaml'), '');
    }
    symlinkSync('.', path.join(root, 'circle'));
    symlinkSync('.', path.join(root, 'circle.yaml'));
    expect(filesIn(root)).toEqual([]);
  });

  it('keeps a link that leads nowhere, so that its reader says so', () => {
    symlinkSync('gone', path.join(root, 'a.yaml'));
    expect(filesIn(root)).toEqual(['a.yaml']);
  });
});

it('takes what only looks like a path for an absent file, and anything else for a reference', () => {
  expect(imageTargets(['k8s.yaml', './k8s', 'nginx:1.2'])).toEqual([
    { kind: 'file', file: 'k8s.yaml', isNamed: true },
    { kind: 'file', file: './k8s', isNamed: true },
    { kind: 'reference', text: 'nginx:1.2' },
  ]);
});
