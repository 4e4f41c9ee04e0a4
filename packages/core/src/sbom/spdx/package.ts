import type { JsonCursor } from '../../documents/index.ts';
import type { PackageUrls } from '../package-urls.ts';
import type { Component } from '../sbom.ts';

const NOT_SAID = ['NOASSERTION', 'NONE'];

export function readPackage(part: JsonCursor, purls: PackageUrls): Component {
  part.requiredText('SPDXID');
  const purl = (part.objects('externalRefs') ?? []).find((ref) => ref.text('referenceType') === 'purl');
  const licenses = [part.text('licenseDeclared'), part.text('licenseConcluded')].filter(
    (license): license is string => license !== null && license !== '' && !NOT_SAID.includes(license),
  );
  return {
    name: part.text('name') ?? part.fail('name', 'a text'),
    version: part.text('versionInfo') || null,
    purl: purl === undefined ? null : purls.read(purl, 'referenceLocator'),
    licenses: [...new Set(licenses)],
  };
}
