import type { TrailFiles } from '@proofrail/audit/cloudtrail';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { openTrailBucket, type StoreOptions } from '@proofrail/machine';
import type { TrailOptions } from '../options/trail-options.ts';
import { TrailFolder } from './trail-folder.ts';

export interface OpenedTrail {
  readonly files: TrailFiles;
  readonly bucket: string;
  /** The empty string, or names with a slash after each. */
  readonly prefix: string;
}

/** A trail's bucket, or a copy of it, which does not say whose it is. ConfigurationError `cloudtrail/which-bucket`. */
export async function openTrail(options: TrailOptions & StoreOptions): Promise<OpenedTrail> {
  const { trail, trailBucket, trailPrefix = '' } = options;
  if (trail.startsWith('s3:')) {
    if (trailBucket !== undefined || trailPrefix !== '')
      throw whichBucket('--trail-bucket or --trail-prefix beside it', 'leave them out');
    const files = await openTrailBucket(trail, options);
    return { files, ...files.location };
  }
  if (trailBucket === undefined) throw whichBucket('a folder', 'name the bucket that it is a copy of with --trail-bucket');
  const prefix = trailPrefix === '' || trailPrefix.endsWith('/') ? trailPrefix : `${trailPrefix}/`;
  return { files: new TrailFolder(trail), bucket: trailBucket, prefix };
}

const whichBucket = (found: string, doThis: string): ConfigurationError =>
  new ConfigurationError('cloudtrail/which-bucket', {
    expected: 'one bucket that the trail writes into: s3://BUCKET/PREFIX, or a folder and --trail-bucket',
    found,
    at: '--trail',
    doThis,
  });
