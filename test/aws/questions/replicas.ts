import { setTimeout as wait } from 'node:timers/promises';
import { said, type AwsBench } from '../aws-bench.ts';
import { NotAsked, part, type Question } from '../question.ts';

const KEY = 'v1/replicated';
const MOST_WAITS = 60;
const WAIT_MILLISECONDS = 10_000; // S3 replicates most objects within minutes

export const replicas: Question = {
  number: 3,
  asks: 'Where does a replica with an older time stand among the versions, does HEAD show it, does the deny set stop it?',
  async ask(bench) {
    const { replicationRole } = bench.settings;
    if (replicationRole === null) throw new NotAsked('--replication-role names no role');
    const source = await bench.makeOpen('source');
    const [open, policed] = [await bench.open(), await bench.policed()];
    await replicate(bench, source, open, replicationRole);
    await bench.expect('PUT', `/${source}/${KEY}`, { body: 'the older one' });
    await bench.expect('PUT', `/${open}/${KEY}`, { body: 'the newer one' });
    const openState = await settled(bench, source);
    const versions = await bench.expect('GET', `/${open}`, { query: { versions: '', prefix: KEY } });
    const ids = [...versions.body.matchAll(/<VersionId>([^<]+)<\/VersionId>/g)].map(([, id = '']) => id);
    const heads = await Promise.all(ids.map((versionId) => bench.send('HEAD', `/${open}/${KEY}`, { query: { versionId } })));
    const order = heads.map(({ headers }) => headers.get('x-amz-replication-status') ?? 'direct').join(', ');

    await replicate(bench, source, policed, replicationRole);
    await bench.expect('PUT', `/${source}/${KEY}`, { body: 'for the bucket with the deny set' });
    const policedState = await settled(bench, source);
    const there = await bench.send('HEAD', `/${policed}/${KEY}`);
    return [
      part('into a bucket without a policy', 'COMPLETED', openState),
      part('order of versions, newest first', 'direct, REPLICA', order),
      part('into a bucket with the deny set', 'FAILED', policedState),
      part('what lies there then', '404', said(there)),
    ];
  },
};

async function replicate(bench: AwsBench, source: string, destination: string, role: string): Promise<void> {
  const rule = `<Rule><ID>question</ID><Priority>1</Priority><Status>Enabled</Status><Filter><Prefix></Prefix></Filter><DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication><Destination><Bucket>arn:aws:s3:::${destination}</Bucket></Destination></Rule>`;
  const body = `<ReplicationConfiguration><Role>${role}</Role>${rule}</ReplicationConfiguration>`;
  await bench.expect('PUT', `/${source}`, { query: { replication: '' }, body });
}

/** What the source says of its newest version, as soon as that is more than PENDING. */
async function settled(bench: AwsBench, source: string): Promise<string> {
  for (let count = 0; count < MOST_WAITS; count += 1) {
    const { headers } = await bench.expect('HEAD', `/${source}/${KEY}`);
    const status = headers.get('x-amz-replication-status') ?? 'PENDING';
    if (status !== 'PENDING') return status;
    await wait(WAIT_MILLISECONDS);
  }
  return 'PENDING after ten minutes';
}
