import { pathToFileURL } from 'node:url';

console.log('FAKE download-artifact: a stand-in of the tests');
const { DefaultArtifactClient } = await import(pathToFileURL(process.env.FAKE_ARTIFACT_CLIENT).href);
await new DefaultArtifactClient().downloadArtifact(Number(process.env['INPUT_ARTIFACT-IDS']), { path: process.env.INPUT_PATH });
