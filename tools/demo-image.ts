// Makes examples/image anew: an OCI image layout (image-spec 1.1) that holds the CLI as one named commit built it. It is frozen, because
// an image of the newest build would change its own digest with every build. Beside it, examples/sbom: what that commit is made of.
// Usage: node tools/demo-image.ts <commit>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeDemoSboms } from './demo-sbom.ts';

const root = path.resolve(import.meta.dirname, '..');
const layout = path.join(root, 'examples/image');

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const git = (...args: string[]): Buffer => execFileSync('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function blob(mediaType: string, bytes: Uint8Array): Descriptor {
  const digest = sha256(bytes);
  writeFileSync(path.join(layout, 'blobs/sha256', digest), bytes);
  return { mediaType, digest: `sha256:${digest}`, size: bytes.length };
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const commit = git('rev-parse', `${process.argv[2] ?? 'HEAD'}^{commit}`)
  .toString()
  .trim();
const created = git('show', '-s', '--format=%cI', commit).toString().trim();
rmSync(layout, { recursive: true, force: true });
mkdirSync(path.join(layout, 'blobs/sha256'), { recursive: true });

const files = git(
  'archive',
  '--format=tar',
  '--worktree-attributes',
  commit,
  'package.json',
  'policies/bundle',
  ...distFiles(commit),
);
const layer = blob('application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(files, { level: 9 }));
const config = blob(
  'application/vnd.oci.image.config.v1+json',
  json({
    created,
    architecture: 'amd64',
    os: 'linux',
    config: { Entrypoint: ['node', '/dist/proofrail.js'], Labels: { 'org.opencontainers.image.revision': commit } },
    rootfs: { type: 'layers', diff_ids: [`sha256:${sha256(files)}`] },
    history: [{ created, created_by: `git archive ${commit}` }],
  }),
);
const manifest = blob(
  'application/vnd.oci.image.manifest.v1+json',
  json({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config, layers: [layer] }),
);
writeFileSync(path.join(layout, 'oci-layout'), json({ imageLayoutVersion: '1.0.0' }));
writeFileSync(path.join(layout, 'index.json'), json({ schemaVersion: 2, manifests: [manifest] }));
writeFileSync(
  path.join(layout, 'README.md'),
  `# The demo's image

An OCI image layout with the CLI in it, as commit \`${commit}\` built it.
Made by \`node tools/demo-image.ts ${commit}\`; its digest is \`${manifest.digest}\`.
`,
);
pinService(manifest.digest);
makeDemoSboms(root, commit);
console.log(manifest.digest);

/** dist/ without the Rego compiler, which the image does not need. */
function distFiles(of: string): string[] {
  const names = git('ls-tree', '--name-only', of, 'dist/').toString().trim().split('\n');
  return names.filter((name) => name.endsWith('.js'));
}

/** The sample service is deployed with this image: there is no Docker engine where the demo runs, and so no image of its own. */
function pinService(digest: string): void {
  for (const name of ['service/deploy/kubernetes.yaml', 'service/docker-compose.yaml', 'changes/allowed.facts.json']) {
    const file = path.join(root, 'examples', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(registry\.example\/refunds)@sha256:[0-9a-f]{64}/g, `$1@${digest}`));
  }
}
