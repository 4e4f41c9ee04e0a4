import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readFacts } from '@proofrail/core/context';
import { findImageReferences, isPinned, parseImageReference } from '@proofrail/core/images';

const found = (file: string) => findImageReferences(readFileSync(`examples/service/${file}`, 'utf8'), file);
const references = (file: string): string[] => found(file).map(({ reference }) => reference);

describe('the sample service', () => {
  it.each(['deploy/kubernetes.yaml', 'docker-compose.yaml'])('is deployed by digest in %s', (file) => {
    const all = references(file);
    expect(all).toHaveLength(1);
    expect(all.map((reference) => isPinned(parseImageReference(reference)))).toEqual([true]);
  });

  it('is deployed by tag in deploy-by-tag, and the two manifests differ in nothing else', () => {
    expect(references('deploy-by-tag/kubernetes.yaml')).toEqual(['registry.example/refunds:1.4.0']);
    const [pinned = ''] = references('deploy/kubernetes.yaml');
    const text = readFileSync('examples/service/deploy/kubernetes.yaml', 'utf8');
    const byTag = readFileSync('examples/service/deploy-by-tag/kubernetes.yaml', 'utf8');
    expect(text.replace(pinned, 'registry.example/refunds:1.4.0')).toBe(byTag);
  });

  it.each([
    ['denied', 'deploy-by-tag'],
    ['allowed', 'deploy'],
  ])('is what the facts of the %s change say that %s deploys', (change, folder) => {
    const [{ reference, line } = { reference: '', line: 0 }] = found(`${folder}/kubernetes.yaml`);
    const { images } = readFacts(readFileSync(`examples/changes/${change}.facts.json`), change);
    expect(images).toEqual({ known: true, value: { items: [{ reference, file: 'deploy/kubernetes.yaml', line }], total: 1 } });
  });

  it('runs the image that the demo verifies', () => {
    const index = JSON.parse(readFileSync('examples/image/index.json', 'utf8')) as { manifests: { digest: string }[] };
    expect([...references('deploy/kubernetes.yaml'), ...references('docker-compose.yaml')]).toEqual(
      Array.from({ length: 2 }, () => `registry.example/refunds@${index.manifests[0]?.digest ?? ''}`),
    );
  });
});
