import { ConfigurationError } from '../../outcomes/index.ts';
import { findControl, nearestControl } from '../frameworks/find-control.ts';
import type { KnownRules } from './known-rules.ts';
import { nearest } from '../../documents/nearest.ts';
import type { YamlDocument } from '../../documents/strict-yaml.ts';

/** @throws ConfigurationError `controls/unknown-control` unless the key at `pointer` is a control of a framework known here */
export function requireControl(id: string, pointer: string, document: YamlDocument): void {
  if (findControl(id) !== null) return;
  const meant = nearestControl(id);
  throw new ConfigurationError('controls/unknown-control', {
    expected: 'a control of ISO 27001:2022 (A.8.32) or of SOC 2 (CC8.1)',
    found: id,
    at: document.atKey(pointer),
    doThis: `${meant === null ? '' : `Did you mean ${meant}? `}"proofrail controls" prints them.`,
  });
}

/** @throws ConfigurationError `controls/unknown-rule` */
export function requireRule(id: string, at: string, known: KnownRules): void {
  const ids = known.rules.map((rule) => rule.id);
  if (ids.includes(id)) return;
  const meant = nearest(id, ids);
  throw new ConfigurationError('controls/unknown-rule', {
    expected: 'a rule of this policy bundle',
    found: id,
    at,
    doThis: `${meant === null ? '' : `Did you mean ${meant}? `}"proofrail policy list" prints them all.`,
  });
}

/** A key that changes nothing would be taken for a control that works. */
export function drivesNothing(key: string, at: string, doThis: string): ConfigurationError {
  return new ConfigurationError('controls/drives-nothing', {
    expected: 'keys that drive a rule or a check',
    found: key,
    at,
    doThis,
  });
}

export function missingChoice(key: string, because: string, at: string): ConfigurationError {
  return new ConfigurationError('controls/missing-choice', {
    expected: `${key}, because ${because}`,
    found: 'no such key',
    at,
    doThis: `Add ${key}: a choice that nobody made cannot be enforced. docs/controls.md shows how.`,
  });
}
