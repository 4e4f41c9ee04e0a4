const required = process.env['PROOFRAIL_REQUIRE_ALL'] === '1';

/** What a law is tried with: the whole of it in the run that decides whether a change lands, a sample of it every day. */
export const inRequiredRun = (whole: number, everyDay: number): number => (required ? whole : everyDay);
