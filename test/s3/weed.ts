import path from 'node:path';

const cached = path.resolve(import.meta.dirname, '../../node_modules/.cache/seaweedfs/bin/weed');

/** SeaweedFS's program: where tools/seaweedfs.sh installs it, or where PROOFRAIL_WEED says. */
export const WEED = process.env['PROOFRAIL_WEED'] ?? cached;
