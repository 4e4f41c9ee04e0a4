const required = process.env['PROOFRAIL_REQUIRE_ALL'] === '1';

/** What a law is tried with: the whole of it in the run that decides whether a change lands, a sample where somebody runs its file alone. */
export const inRequiredRun = (whole: number, sample: number): number => (required ? whole : sample);
