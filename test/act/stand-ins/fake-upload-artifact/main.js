import { appendFileSync, copyFileSync, existsSync, globSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
console.log('FAKE upload-artifact: a stand-in of the tests');

const files = input('path')
  .split('\n')
  .filter(Boolean)
  .flatMap((pattern) => globSync(pattern))
  .flatMap(within);
if (files.length > 0) await upload(files);
else if (input('if-no-files-found') === 'error') process.exitCode = 1;

function within(name) {
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name, { recursive: true })
    .map((file) => path.join(name, file))
    .filter((file) => statSync(file).isFile());
}

async function upload(names) {
  const root = existsSync(input('path')) && statSync(input('path')).isDirectory() ? input('path') : path.dirname(names[0]);
  const { DefaultArtifactClient } = await import(pathToFileURL(process.env.FAKE_ARTIFACT_CLIENT).href);
  const { id } = await new DefaultArtifactClient().uploadArtifact(input('name'), names, root);
  appendFileSync(process.env.GITHUB_OUTPUT, `artifact-id=${id}\n`);
  for (const name of names) {
    const copy = path.join(process.env.FAKE_ARTIFACTS, input('name'), path.relative(root, name));
    mkdirSync(path.dirname(copy), { recursive: true });
    copyFileSync(name, copy);
  }
}
