import { describe, expect, it } from '@jest/globals';
import { registryFrom } from '../test/registry-from.ts';
import { OWN } from '../test/registries.ts';

const NAMED = OWN.replace('approvals.roles, ', 'approvals.roles, approvals.elevated, ');
const own = (text: string) => registryFrom(text, 'controls.yaml');
const asking = (elevated: string, text = NAMED) => own(text.replace('platform]}', `platform], elevated: ${elevated}}`));
const AT = expect.stringMatching(/^controls\.yaml:16:/);

describe('what the own form asks of changes to the gate itself', () => {
  it('is what the file says', () => {
    expect(asking('{min: 4, roles: [security]}').requirements.approvals.elevated).toEqual({
      minimum: 4,
      roles: { items: ['security'], total: 1 },
    });
  });

  it('is what other changes need, for the one thing that the file leaves out', () => {
    expect(asking('{roles: [gatekeeper]}').requirements.approvals.elevated.minimum).toBe(2);
    expect(asking('{min: 3}').requirements.approvals.elevated.roles.items).toEqual(['platform', 'security']);
  });

  it('is a choice that somebody has to make', () => {
    expect(() => own(NAMED)).toThrow(expect.objectContaining({ code: 'controls/missing-choice' }));
  });

  it.each([
    ['the very same', '{min: 2, roles: [security, platform]}', 'min 2, roles security, platform'],
    ['fewer roles', '{roles: [security]}', 'min 2, roles security'],
    ['fewer people', '{min: 1}', 'min 1, roles security, platform'],
  ])('is never something that every approved change satisfies: %s', (_name, elevated, found) => {
    expect(() => asking(elevated)).toThrow(expect.objectContaining({ code: 'controls/not-elevated', found, at: AT }));
  });

  it('wants the roles that it names to be held by somebody', () => {
    expect(asking('{roles: [lawyer]}').mentionedRoles).toContainEqual({ role: 'lawyer', at: AT });
  });

  it.each([
    ['a key that drives nothing', OWN, '{min: 3}', 'controls/drives-nothing'],
    ['nothing in the key', NAMED, '{}', 'controls/drives-nothing'],
    ['no approval at all', NAMED, '{min: 0}', 'controls/wrong-value'],
    ['a misspelt key', NAMED, '{minimum: 3}', 'controls/unknown-key'],
  ])('is refused with %s', (_name, text, elevated, code) => {
    expect(() => asking(elevated, text)).toThrow(expect.objectContaining({ code }));
  });
});
