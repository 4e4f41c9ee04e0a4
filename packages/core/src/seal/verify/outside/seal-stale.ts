/** Code of the finding that nobody outside vouched for a seal as lately as was asked. */
export const SEAL_STALE = 'seal/stale';
