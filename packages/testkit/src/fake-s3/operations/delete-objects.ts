import { S3Error } from '../s3-error.ts';
import { xml, type Outgoing } from '../server/outgoing.ts';
import { element, optional, type Xml } from '../xml/write-xml.ts';
import { childOf, malformed, onlyChildren, readXml, textOf, type XmlElement } from '../xml/read-xml.ts';
import { arnOf, bucketOf, type Context } from './context.ts';
import { bypasses, deleted } from './delete-object.ts';
import { expectChecksum, expectMd5, sentChecksum } from './new-content.ts';

/** Each key has its own answer: one that is locked or denied does not stop the others. */
export function deleteObjects(context: Context): Outgoing {
  const { body, headers } = context.request;
  const bucket = bucketOf(context);
  expectMd5(headers['content-md5'], body);
  const sent = sentChecksum(context.request);
  if (sent !== null) expectChecksum(sent, body);
  const root = readXml(body, 'Delete');
  onlyChildren(root, ['Object', 'Quiet']);
  const bypass = bypasses(context, bucket);
  const quiet = textOf(root, 'Quiet') === 'true';
  const objects = root.children.filter(({ name }) => name === 'Object');
  if (objects.length === 0 || objects.length > 1000) throw malformed();
  const answers = objects.map((object) => answerOne(object));
  return xml(
    element(
      'DeleteResult',
      answers.filter((answer) => !quiet || answer.name === 'Error'),
    ),
  );

  function answerOne(object: XmlElement): Xml {
    onlyChildren(object, ['Key', 'VersionId']);
    const key = childOf(object, 'Key')?.text ?? '';
    const id = textOf(object, 'VersionId');
    const named = [element('Key', key), optional('VersionId', id)];
    try {
      context.demand(id === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', arnOf(bucket.name, key));
      const { marker, version } = deleted(context, bucket, key, id, bypass);
      const made = marker ? [element('DeleteMarker', true), optional('DeleteMarkerVersionId', version)] : [];
      return element('Deleted', [...named, ...made]);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      return element('Error', [...named, element('Code', error.code), element('Message', error.message)]);
    }
  }
}
