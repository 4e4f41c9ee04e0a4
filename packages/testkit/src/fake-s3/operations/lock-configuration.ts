import { S3Error } from '../s3-error.ts';
import { nothing, xml, type Outgoing } from '../server/outgoing.ts';
import { isLockMode, type DefaultRetention } from '../state/object-lock.ts';
import { element } from '../xml/write-xml.ts';
import { childOf, malformed, onlyChildren, readXml, textOf, type XmlElement } from '../xml/read-xml.ts';
import { bucketOf, type Context } from './context.ts';

export function putObjectLockConfiguration(context: Context): Outgoing {
  const bucket = bucketOf(context);
  const root = readXml(context.request.body, 'ObjectLockConfiguration');
  onlyChildren(root, ['ObjectLockEnabled', 'Rule']);
  if (textOf(root, 'ObjectLockEnabled') !== 'Enabled') throw malformed();
  const rule = readRule(childOf(root, 'Rule'));
  if (bucket.versioning !== 'Enabled') {
    const message = "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration";
    throw new S3Error(409, 'InvalidBucketState', message);
  }
  bucket.objectLock = { rule };
  return nothing(200);
}

export function getObjectLockConfiguration(context: Context): Outgoing {
  const bucket = bucketOf(context);
  if (bucket.objectLock === null) {
    const message = 'Object Lock configuration does not exist for this bucket';
    throw new S3Error(404, 'ObjectLockConfigurationNotFoundError', message, { BucketName: bucket.name });
  }
  const { rule } = bucket.objectLock;
  const drawn =
    rule === null
      ? null
      : element('Rule', [
          element('DefaultRetention', [element('Mode', rule.mode), element(rule.period.unit, rule.period.length)]),
        ]);
  return xml(element('ObjectLockConfiguration', [element('ObjectLockEnabled', 'Enabled'), drawn]));
}

function readRule(rule: XmlElement | undefined): DefaultRetention | null {
  if (rule === undefined) return null;
  const retention = childOf(rule, 'DefaultRetention');
  if (retention === undefined) throw malformed();
  onlyChildren(retention, ['Mode', 'Days', 'Years']);
  const mode = textOf(retention, 'Mode');
  const units = (['Days', 'Years'] as const).filter((unit) => textOf(retention, unit) !== undefined);
  const [unit] = units;
  if (!isLockMode(mode) || unit === undefined || units.length !== 1) throw malformed();
  const length = Number(textOf(retention, unit));
  if (!Number.isInteger(length) || length < 1) {
    throw new S3Error(400, 'InvalidArgument', 'Default retention period must be a positive integer value.');
  }
  return { mode, period: { unit, length } };
}
