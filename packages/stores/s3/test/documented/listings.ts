import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type ListObjectVersionsCommandInput,
} from '@aws-sdk/client-s3';
import { said, type Bench, type Row } from './row.ts';

/** Of `a` two versions under a marker, of `b` one, of `c` three: seven in all. */
async function seven({ bucket: Bucket, send }: Bench): Promise<void> {
  for (const Key of ['a', 'b', 'c', 'a', 'c', 'c']) await send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  await send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
}

const list = async ({ bucket: Bucket, send }: Bench, input: Partial<ListObjectVersionsCommandInput> = {}) =>
  send(new ListObjectVersionsCommand({ Bucket, ...input }));

const keysAfter = async (bench: Bench, KeyMarker: string): Promise<string> => {
  const { Versions = [] } = await list(bench, { KeyMarker });
  return Versions.map(({ Key }) => Key).join('');
};

export const listings: Readonly<Record<string, Row>> = {
  'versions of a key come newest first': {
    aws: ['3', '2', '1'],
    ask: async (bench) => {
      const { bucket: Bucket, send } = bench;
      for (const Body of ['1', '2', '3']) await send(new PutObjectCommand({ Bucket, Key: 'a', Body }));
      const { Versions = [] } = await list(bench);
      const bodies = Versions.map(({ VersionId }) => send(new GetObjectCommand({ Bucket, Key: 'a', VersionId })));
      return Promise.all(bodies.map(async (answer) => (await answer).Body?.transformToString()));
    },
  },
  'KeyMarker is left out itself': {
    aws: ['bccc', 'ccc', ''],
    ask: async (bench) => {
      await seven(bench);
      return [await keysAfter(bench, 'a'), await keysAfter(bench, 'b'), await keysAfter(bench, 'c')];
    },
  },
  'KeyMarker may be no key': {
    aws: ['bccc', 'ccc'],
    ask: async (bench) => {
      await seven(bench);
      return [await keysAfter(bench, 'a~'), await keysAfter(bench, 'bb')];
    },
  },
  'pages of two give each of seven entries once': {
    aws: [7, 7],
    ask: async (bench) => {
      await seven(bench);
      const seen: string[] = [];
      for (let marker: Partial<ListObjectVersionsCommandInput> | null = {}; marker !== null && seen.length < 20;) {
        const page = await list(bench, { ...marker, MaxKeys: 2 });
        const entries = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
        seen.push(...entries.map(({ Key, VersionId }) => `${Key} ${VersionId}`));
        marker = page.IsTruncated === true ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : null;
      }
      return [seen.length, new Set(seen).size];
    },
  },
  'a plain listing leaves out what is hidden, and StartAfter itself': {
    aws: ['bc', 'c'],
    ask: async (bench) => {
      const { bucket: Bucket, send } = bench;
      await seven(bench);
      const plain = async (StartAfter?: string) => {
        const { Contents = [] } = await send(new ListObjectsV2Command({ Bucket, StartAfter }));
        return Contents.map(({ Key }) => Key).join('');
      };
      return [await plain(), await plain('b')];
    },
  },
  'reading what is not there': {
    aws: ['404 NoSuchKey'],
    ask: async ({ bucket: Bucket, send }) => [await said(send(new GetObjectCommand({ Bucket, Key: 'none' })))],
  },
  'reading what a marker hides, and the header that tells': {
    aws: ['404 NoSuchKey', 'true'],
    ask: async ({ bucket: Bucket, send }) => {
      const at = { Bucket, Key: 'a' };
      await send(new PutObjectCommand({ ...at, Body: 'x' }));
      await send(new DeleteObjectCommand(at));
      const answer = send(new GetObjectCommand(at));
      const header = await answer.then(
        () => null,
        (cause: { readonly $response?: { readonly headers: Readonly<Record<string, string>> } }) =>
          cause.$response?.headers['x-amz-delete-marker'],
      );
      return [await said(answer), header];
    },
  },
};
