import { chromium, type Browser } from 'playwright-core';
import { describeWith } from '../needs/describe-with.ts';
import { started } from '../needs/started.ts';

const CHROMIUM = {
  name: 'a browser',
  path: process.env['PROOFRAIL_CHROMIUM'] ?? '/usr/bin/chromium',
  install: 'apt-get install chromium, or set PROOFRAIL_CHROMIUM',
};

/** Tests that need a real Chromium. */
export const describeBrowser = (name: string, tests: (browser: () => Browser) => void): void =>
  describeWith(CHROMIUM, name, () => tests(started('the browser', launch, (browser) => browser.close())));

/** The sandbox of Chromium needs rights that containers do not give; the only page it opens is our own file. */
const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM.path, args: ['--no-sandbox'] });
