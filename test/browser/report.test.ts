import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeBinary } from '@proofrail/testkit';
import type { Page } from 'playwright-core';
import { renderReport } from '../../packages/audit/src/index.ts';
import { sampleModel } from '../../packages/audit/test/sample-model.ts';
import { describeBrowser } from './describe-browser.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-report-'));
const file = path.join(folder, 'report.html');
const demo = path.join(folder, 'proofrail-demo/report.html');
const program = path.resolve(import.meta.dirname, '../../dist/proofrail.js');
writeFileSync(file, renderReport(sampleModel));
afterAll(() => rmSync(folder, { recursive: true }));

const SIZES = [
  { width: 360, height: 800 },
  { width: 768, height: 1024 },
  { width: 1440, height: 1000 },
];
const SCHEMES = ['light', 'dark'] as const;
const PAGES = { 'a page with everything': file, 'the page of the demo': demo };
const SURROUNDINGS = SIZES.flatMap((viewport) =>
  SCHEMES.flatMap((colorScheme) =>
    Object.entries(PAGES).map(([name, url]) => ({ name, viewport, colorScheme, url: pathToFileURL(url).href })),
  ),
);

describeBrowser('report.html in Chromium', (browser) => {
  beforeAll(() => {
    expect(spawnSync(nodeBinary(), [program, 'demo'], { cwd: folder }).status).toBe(0);
  });

  async function opened({ url, viewport, colorScheme }: (typeof SURROUNDINGS)[number]) {
    const page = await browser().newPage({ viewport, colorScheme });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(url);
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
    return { page, complaints, requests };
  }

  describe.each(SURROUNDINGS)('$name, $viewport.width px, $colorScheme', (surroundings) => {
    it('asks for nothing, never scrolls sideways nor breaks a label, shows deviations first, in the colours that the reader asked for', async () => {
      const { page, complaints, requests } = await opened(surroundings);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([surroundings.url]);
      const [content, window] = (await page.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      )) as number[];
      expect(content).toBe(window);
      expect(await overflowing(page)).toEqual([]);
      expect(await brokenLabels(page)).toEqual([]);

      const top = async (id: string) => (await page.locator(`#${id}`).boundingBox())?.y ?? -1;
      expect(await top('deviations')).toBeLessThan(await top('changes'));
      const ground = String(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor'));
      const brightness = Number(/\d+/.exec(ground)?.[0]);
      expect(surroundings.colorScheme === 'dark' ? brightness < 64 : brightness > 192).toBe(true);
      await page.close();
    });
  });

  it('can be used by keyboard alone: skip link, contents, every fold', async () => {
    const page = await browser().newPage();
    await page.goto(pathToFileURL(file).href);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#deviations');
    const fold = page.locator('details:not([open]) > summary').first();
    await fold.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.parentElement.open')).toBe(true);
    await page.close();
  });

  it('still tells assistive technology of a table where it is laid out as a list', async () => {
    const page = await browser().newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(pathToFileURL(file).href);
    expect(await page.getByRole('table', { name: 'Answers of rules, by control' }).count()).toBe(1);
    expect(await page.getByRole('rowheader').count()).toBeGreaterThan(0);
    expect(await page.getByRole('columnheader', { name: 'Unknown' }).count()).toBe(1);
    await page.close();
  });

  it('prints what is folded: paper has no click', async () => {
    const page = await browser().newPage();
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media: 'print' });
    const heights = (await page.evaluate(
      "[...document.querySelectorAll('details > :not(summary)')].map((one) => one.getBoundingClientRect().height)",
    )) as number[];
    expect(heights.length).toBeGreaterThan(0);
    expect(Math.min(...heights)).toBeGreaterThan(0);
    await page.close();
  });
});

/** Elements whose right edge lies outside the window. */
const overflowing = (page: Page): Promise<unknown> =>
  page.evaluate(
    "[...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 && !one.closest('thead')).map((one) => one.outerHTML.slice(0, 80))",
  );

/** Words of labels and headings of tables that stand on two lines. */
const brokenLabels = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('dt, th[scope=col], .mark')].flatMap((label) => {
    const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
    const broken = [];
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode())
      for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
      }
    return broken;
  })`);
