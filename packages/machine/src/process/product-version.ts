declare const PROOFRAIL_VERSION: string | undefined;

/** Put in by the build from the root package.json; running from source there is no release to name. */
export const productVersion = typeof PROOFRAIL_VERSION === 'string' ? PROOFRAIL_VERSION : '0.0.0-source';
