import { xml, type Outgoing } from '../server/outgoing.ts';
import { Unmodelled } from '../s3-error.ts';
import { element } from '../xml/write-xml.ts';
import { bucketOf, findObject, keyOf, versionHeader, type Context } from './context.ts';
import { httpDate } from './object-headers.ts';

export function getObjectAttributes(context: Context): Outgoing {
  const { headers, query } = context.request;
  const bucket = bucketOf(context);
  const { version, content } = findObject(context, bucket, keyOf(context), query.get('versionId'));
  const asked = (headers['x-amz-object-attributes'] ?? '').split(',').map((name) => name.trim());
  const { algorithm, value } = content.checksum;
  const root = element(
    'GetObjectAttributesResponse',
    asked.map((name) => {
      switch (name) {
        case 'ETag':
          return element('ETag', content.etag.replaceAll('"', ''));
        case 'Checksum':
          return element('Checksum', [element(`Checksum${algorithm}`, value), element('ChecksumType', 'FULL_OBJECT')]);
        case 'ObjectSize':
          return element('ObjectSize', content.bytes.length);
        default:
          throw new Unmodelled(`the object attribute ${name}`);
      }
    }),
  );
  return xml(root, { 'last-modified': httpDate(version.modified), ...versionHeader(bucket, version) });
}
