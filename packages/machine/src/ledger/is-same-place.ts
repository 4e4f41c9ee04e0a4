import path from 'node:path';
import { folderOf } from '../files/folder-of.ts';

/** Whether two URIs lead to one folder, or to one prefix of one bucket, however each is spelled. */
export const isSamePlace = (one: string, other: string): boolean => placeOf(one) === placeOf(other);

function placeOf(uri: string): string {
  if (uri.startsWith('s3:')) return uri.replace(/\?.*$/, '').replace(/\/+$/, '');
  const folder = folderOf(uri);
  return folder === null ? uri : `file:${path.resolve(folder)}`;
}
