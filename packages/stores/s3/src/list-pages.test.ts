import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import type { ObjectVersion } from '@proofrail/core/ports';
import { listPages } from './list-pages.ts';
import { connectS3 } from './s3-connection.ts';
import { parseS3Uri } from './s3-uri.ts';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise((resolve) => one.close(resolve).closeAllConnections()))));

const entry = (tag: 'Version' | 'DeleteMarker', key: string, version: string, latest: boolean): string =>
  `<${tag}><Key>${key}</Key><VersionId>${version}</VersionId><IsLatest>${latest}</IsLatest><LastModified>2026-11-21T12:00:00.000Z</LastModified></${tag}>`;

/** What is made of these pages, of which every one but the last says that there is more. */
function listed(...pages: readonly string[]): Promise<ObjectVersion[]> {
  return listedAs(
    pages.map((page, index) => {
      const more =
        index + 1 < pages.length
          ? '<IsTruncated>true</IsTruncated><NextKeyMarker>b</NextKeyMarker>'
          : '<IsTruncated>false</IsTruncated>';
      return `<ListVersionsResult><Name>evidence</Name>${more}${page}</ListVersionsResult>`;
    }),
  );
}

async function listedAs(bodies: readonly string[]): Promise<ObjectVersion[]> {
  let asked = 0;
  const server = createServer((_, response) => {
    response.writeHead(200).end(bodies[asked] ?? '');
    asked += 1;
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connection = connectS3(parseS3Uri('s3://evidence?region=us-east-1'), {
    endpoint: { url: `http://127.0.0.1:${port}`, pathStyle: true },
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  });
  const versions: ObjectVersion[] = [];
  for await (const page of listPages(connection, { prefix: '', after: '' })) versions.push(...page);
  connection.close();
  return versions;
}

const newest = (versions: readonly ObjectVersion[]) => versions.map(({ key, version, newest: first }) => [key, version, first]);

it('takes a version that stands alone for the newest, also where a server has not flagged it yet: it is no second version', async () => {
  expect(newest(await listed(entry('Version', 'b', '1', false)))).toEqual([['b', '1', true]]);
});

it('shows a second version whatever the flags say', async () => {
  for (const flags of [[false, false] as const, [true, true] as const, [false, true] as const]) {
    const page = entry('Version', 'b', '2', flags[0]) + entry('Version', 'b', '1', flags[1]);
    expect((await listed(page)).map(({ newest: first }) => first)).toEqual([true, false]);
  }
});

it('shows a second version on the next page as a second version', async () => {
  const pages = [entry('Version', 'a', '1', true) + entry('Version', 'b', '2', true), entry('Version', 'b', '1', false)];
  expect(newest(await listed(...pages))).toEqual([
    ['a', '1', true],
    ['b', '2', true],
    ['b', '1', false],
  ]);
});

it('puts the marker that hides an object before it', async () => {
  const page = entry('Version', 'b', '1', false) + entry('DeleteMarker', 'b', '2', true);
  expect((await listed(page)).map(({ kind, newest: first }) => [kind, first])).toEqual([
    ['marker', true],
    ['data', false],
  ]);
});

it.each(['', '<html>Please log in</html>'])(
  'does not take %j, which no S3 server answers, for a listing that shows nothing, or for the end of one',
  async (body) => {
    const first = `<ListVersionsResult><Name>evidence</Name><IsTruncated>true</IsTruncated><NextKeyMarker>b</NextKeyMarker>${entry('Version', 'a', '1', true)}</ListVersionsResult>`;
    const refused = { code: 'store/unavailable', outcome: 'unavailable', doThis: expect.stringContaining('S3 server') };
    await expect(listedAs([body])).rejects.toMatchObject(refused);
    await expect(listedAs([first, body])).rejects.toMatchObject(refused);
  },
);
