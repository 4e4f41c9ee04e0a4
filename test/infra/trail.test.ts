import { expect, it } from '@jest/globals';
import { textOf } from './hcl-files.ts';

const trail = textOf('modules/cloudtrail/main.tf');
const main = textOf('main.tf');

/** The text between the braces after these words. */
function block(text: string, opening: string): string {
  const start = text.indexOf(`${opening} {`);
  const end = text.indexOf('\n}', start);
  if (start < 0 || end < 0) throw new Error(`no ${opening}`);
  return text.slice(start, end);
}

it('the trail signs what it delivers, in every region, so that "proofrail cloudtrail verify" has something to check', () => {
  expect(trail).toMatch(/enable_log_file_validation += true/);
  expect(trail).toMatch(/is_multi_region_trail += true/);
  expect(trail).toMatch(/include_global_service_events += true/);
});

it('the trail records changes of keys, policies, versions and locks, none left out', () => {
  const [selector = ''] = /advanced_event_selector \{[^]*?"Management"[^]*?\n {2}\}/.exec(trail) ?? [];
  expect(selector.match(/field_selector/g)).toHaveLength(1); // the category alone: neither reads nor any service is excluded
  expect(trail).not.toMatch(/not_equals|not_starts_with|readOnly/);
});

it('the trail records what is done to objects of the ledger', () => {
  expect(trail).toMatch(/equals = \["Data"\][^]*equals = \["AWS::S3::Object"\][^]*field +=\s"resources\.ARN"/);
  expect(block(main, 'module "cloudtrail"')).toMatch(/buckets +=\s\[module\.evidence\.arn, /);
});

it('its bucket lies in the second account, locked as long as the evidence', () => {
  const [evidence, bucket] = [block(main, 'module "evidence"'), block(main, 'module "trail_bucket"')];
  expect(bucket).toMatch(/providers = \{ aws = aws\.logs \}/);
  const days = (text: string) => /lock_days = (.*)/.exec(text)?.[1];
  expect([days(bucket), days(evidence)]).toEqual(['var.retention_days', 'var.retention_days']);
});
