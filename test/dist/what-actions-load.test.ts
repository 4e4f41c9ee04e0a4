import { describe, expect, it } from '@jest/globals';
import { readActionMetadata } from '@proofrail/testkit';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

/** Everything that a built file loads before its first line runs: file → its text, and Node's own modules. */
function loadedAtStart(entry: string): { files: Map<string, string>; builtins: Set<string> } {
  const [files, builtins] = [new Map<string, string>(), new Set<string>()];
  const visit = (file: string): void => {
    if (files.has(file)) return;
    const text = readFileSync(file, 'utf8');
    files.set(file, text);
    for (const [, name = ''] of text.matchAll(/(?:^|[;}\n])(?:import|export)(?:[^"'();]*?from)?["']([^"']+)["']/g)) {
      if (isBuiltin(name)) builtins.add(name.replace('node:', ''));
      else visit(path.resolve(path.dirname(file), name));
    }
    for (const [, name = ''] of text.matchAll(/getBuiltinModule\("(?:node:)?([^"]+)"\)/g)) builtins.add(name); // tools/build/without-facades.ts
  };
  visit(entry);
  return { files, builtins };
}

// What takes long to load and serves nothing but a network or other programs. A gate that starts slowly gets switched off.
const HEAVY = ['http', 'https', 'http2', 'tls', 'net', 'dns', 'child_process', 'worker_threads', 'inspector'];

describe.each(['policy-gate', 'record-evidence', 'verify-digest', 'archive-sbom'])('%s, before its first line runs', (action) => {
  const { files, builtins } = loadedAtStart(readActionMetadata(action).main);
  const text = [...files.values()].join('\n');

  it('has loaded nothing that talks to a network or starts a program', () => {
    expect([...builtins].filter((name) => HEAVY.includes(name))).toEqual([]);
    expect(builtins.has('fs')).toBe(true); // else this test does not see what is asked for
  });

  it('has loaded no streams, readline or WebCrypto along with files and hashes: an import would', () => {
    expect(text).not.toMatch(/\bfrom"(node:)?(fs|crypto|fs\/promises|stream|readline)"/);
  });

  it('has loaded no SDK, no artifact client, no Octokit', () => {
    // By what names themselves inside those libraries: the line that would load one may name it.
    expect(text).not.toMatch(/aws-sdk|octokit[-/]|DefaultArtifactClient=class|BlobServiceClient/i);
  });

  it('has loaded at most 500 kB', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(500_000);
  });
});

// Two of them so that a gate by hand and a verification do not read what only the other needs: a fifth of what they read.
it('policy-gate opens six files before its first line: each costs half a millisecond, and splitting alone gave 31', () => {
  expect(loadedAtStart(readActionMetadata('policy-gate').main).files.size).toBe(6);
});

it('no file of dist/ asks for HTTP by import: Node would load all of undici along, once for each thread that verifies a bucket', () => {
  const dist = path.dirname(readActionMetadata('policy-gate').main);
  const names = readdirSync(dist).filter((name) => name.endsWith('.js'));
  const asking = names.filter((name) => /(from|import\()"(node:)?https?"/.test(readFileSync(path.join(dist, name), 'utf8')));
  expect([names.length > 20, asking]).toEqual([true, []]);
});
