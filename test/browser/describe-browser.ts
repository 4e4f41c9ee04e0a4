import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const program = process.env['PROOFRAIL_CHROMIUM'] ?? '/usr/bin/chromium';

/** Tests that need a real Chromium. Absent: skipped by name, or failed where everything is required (.ci/run). */
export function describeBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if (existsSync(program)) return describe(name, () => tests(withBrowser()));
  if (process.env['PROOFRAIL_REQUIRE_ALL'] === '1')
    return describe(name, () =>
      it('has a browser', () => Promise.reject(new Error(`${program} is missing: apt-get install chromium`))),
    );
  describe.skip(`${name}: SKIPPED, no ${program} (apt-get install chromium, or set PROOFRAIL_CHROMIUM)`, () =>
    it('has a browser', () => undefined));
}

function withBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    // The sandbox of Chromium needs rights that containers do not give; the only page it opens is our own file.
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('the browser has not started');
    return browser;
  };
}
