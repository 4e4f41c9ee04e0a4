import { BUCKET_PREFIX, said, type AwsBench } from './aws-bench.ts';

export interface Removal {
  readonly bucket: string;
  /** `gone`, or what still lies there. */
  readonly state: string;
}

/** Removes what earlier runs left, as far as locks have ended: first the policy that would refuse it, then each version, then the bucket. */
export async function removeBuckets(bench: AwsBench): Promise<Removal[]> {
  const { body } = await bench.expect('GET', '/');
  const buckets = [...body.matchAll(/<Name>([^<]+)<\/Name>/g)].map(([, name = '']) => name);
  const removals: Removal[] = [];
  for (const bucket of buckets.filter((name) => name.startsWith(BUCKET_PREFIX)))
    removals.push({ bucket, state: await remove(bench, bucket) });
  return removals;
}

async function remove(bench: AwsBench, bucket: string): Promise<string> {
  await bench.send('DELETE', `/${bucket}`, { query: { policy: '' } });
  let kept = 0;
  for (let marker = ''; ;) {
    const page = await bench.expect('GET', `/${bucket}`, { query: { versions: '', 'key-marker': marker } });
    const entries = page.body.matchAll(/<(?:Version|DeleteMarker)>[^]*?<Key>([^<]+)<\/Key>[^]*?<VersionId>([^<]+)<\/VersionId>/g);
    for (const [, key = '', versionId = ''] of entries) {
      const { status } = await bench.send('DELETE', `/${bucket}/${encodeURI(key)}`, { query: { versionId } });
      if (status >= 300) kept += 1;
    }
    marker = /<NextKeyMarker>([^<]+)<\/NextKeyMarker>/.exec(page.body)?.[1] ?? '';
    if (marker === '') break;
  }
  if (kept > 0) return `${kept} objects are locked until tomorrow`;
  const answer = await bench.send('DELETE', `/${bucket}`);
  return answer.status < 300 ? 'gone' : said(answer);
}
