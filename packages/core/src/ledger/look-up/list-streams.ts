import type { ObjectStore } from '../../ports/object-store.ts';
import { isStreamId, type StreamId } from '../stream-id.ts';

const AREAS = ['v1/records/', 'v1/segments/'];

/** Every stream that a ledger holds records or slots of, ascending: two requests a stream, however much lies in it. */
export async function listStreams(store: ObjectStore): Promise<StreamId[]> {
  const found = await Promise.all(AREAS.map((area) => foldersIn(store, area)));
  return [...new Set(found.flat())].filter((name): name is StreamId => isStreamId(name)).sort();
}

async function foldersIn(store: ObjectStore, area: string): Promise<string[]> {
  const prefixes = store.commonPrefixes?.(area);
  if (prefixes !== undefined) return prefixes.map((prefix) => prefix.slice(area.length, -1));
  const folders: string[] = [];
  let after = area;
  for (;;) {
    const key = await firstKey(store, area, after);
    if (key === null) return folders;
    const folder = key.slice(area.length).split('/', 1)[0] ?? '';
    folders.push(folder);
    after = `${area}${folder}0`; // "0" is the character behind "/": nothing of this folder sorts after it
  }
}

async function firstKey(store: ObjectStore, prefix: string, after: string): Promise<string | null> {
  for await (const { key } of store.listVersions(prefix, { after, most: 1 })) return key;
  return null;
}
