/** In the run that decides whether a change lands (.ci/run) nothing is skipped and every law is tried whole. */
export const EVERYTHING_IS_REQUIRED = process.env['PROOFRAIL_REQUIRE_ALL'] === '1';

/** What a law is tried with: the whole of it in the run that decides whether a change lands, a sample where somebody runs its file alone. */
export const inRequiredRun = (whole: number, sample: number): number => (EVERYTHING_IS_REQUIRED ? whole : sample);
