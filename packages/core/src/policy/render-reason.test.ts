import { expect, it } from '@jest/globals';
import type { Manifest } from './manifest.ts';
import { renderReason } from './render-reason.ts';

const rule = { id: 'a.b', reasons: { over: '{open} of {maximum} findings' } };
const manifest = { rules: [rule] } as unknown as Manifest;
const render = (code: string, params: Record<string, string | number>) => renderReason(manifest, 'a.b', { code, params });

it('fills the template of the rule', () => {
  expect(render('over', { open: 3, maximum: 0 })).toBe('3 of 0 findings');
});

it('fills nothing twice: a value that looks like a placeholder stays as it is', () => {
  expect(render('over', { open: '{maximum}', maximum: '$&' })).toBe('{maximum} of $& findings');
});

it('leaves a placeholder without a value visible', () => {
  expect(render('over', { open: 3 })).toBe('3 of {maximum} findings');
});

it('knows the reasons that the host gives', () => {
  expect(render('unknown', { fact: '/reviews', why: 'forbidden' })).toContain('/reviews could not be read (forbidden)');
});

it('shows a reason of another bundle rather than losing it', () => {
  expect(render('retired', { n: 1 })).toBe('retired {"n":1}');
  expect(render('constructor', {})).toBe('constructor {}');
});
