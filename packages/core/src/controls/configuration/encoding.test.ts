import { expect, it } from '@jest/globals';
import { knownRules } from '../test/known-rules.ts';
import { OWN } from '../test/registries.ts';
import { readConfiguration } from './read-configuration.ts';

const ROLES = 'roles:\n  security: ["1001"] # für\n';

it.each([
  ['a letter as an older Windows writes it', Buffer.from(ROLES, 'latin1'), 'byte 0xfc at offset 31', 'roles.yaml:2:25'],
  ['UTF-16, which PowerShell writes', Buffer.from(`\ufeff${ROLES}`, 'utf16le'), 'UTF-16', 'roles.yaml:1:1'],
])('says where and what: %s', (_, roles, found, at) => {
  const files = new Map<string, Uint8Array>([
    ['controls.yaml', Buffer.from(OWN)],
    ['roles.yaml', roles],
  ]);
  expect(() => readConfiguration(files, knownRules)).toThrow(expect.objectContaining({ code: 'config/encoding', found, at }));
});
