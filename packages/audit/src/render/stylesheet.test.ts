import { describe, expect, it } from '@jest/globals';
import { STYLESHEET } from './stylesheet.ts';

const LEAST_CONTRAST = 4.5; // WCAG 2.2, 1.4.3, level AA, text of any size

const blocks = [...STYLESHEET.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) => body);
const variables = (body: string) =>
  Object.fromEntries([...body.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6})/g)].map(([, name, value]) => [name, value]));
const [light = {}, dark = {}, print = {}] = blocks.map(variables);
const schemes: [string, Record<string, string>][] = [
  ['light', light],
  ['dark', { ...light, ...dark }],
  ['print', { ...light, ...print }],
];

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(schemes)('the report in %s', (_, colours) => {
  const pairs = [
    ...['ink', 'quiet', 'link', 'good', 'bad', 'caution'].flatMap((ink) => ['ground', 'raised'].map((ground) => [ink, ground])),
    ...['good', 'bad', 'caution'].flatMap((tone) => [
      [tone, `${tone}-ground`],
      ['ink', `${tone}-ground`],
    ]),
    ['ink', 'sunk'],
    ['quiet', 'sunk'],
  ] as [string, string][];
  it.each(pairs)('is readable: %s on %s', (ink, ground) => {
    expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });
});

it('fetches nothing and cannot end its own element', () => {
  expect(STYLESHEET).not.toMatch(/@import|url\(|<|expression|https?:/i);
});
