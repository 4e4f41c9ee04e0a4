import type { ObjectKey, ObjectVersion, VersionId } from '../../ports/object-store.ts';

/** What lies over an object, or beside it, though objects are created once and stay. */
export interface IrregularVersion {
  readonly code: 'marker' | 'second-version';
  readonly key: ObjectKey;
}

/** Of each object the version that counts: the earliest (attack 1). Null where the store keeps none. */
export class EarliestVersions<Name> {
  readonly versions = new Map<Name, VersionId | null>();
  readonly irregular: IrregularVersion[] = [];

  /** In the order of a listing: of one key the newest version first, so that the earliest is entered last. */
  enter(name: Name, { key, version, kind }: ObjectVersion): void {
    if (kind === 'marker') this.irregular.push({ code: 'marker', key });
    else if (this.versions.has(name)) this.irregular.push({ code: 'second-version', key });
    if (kind === 'data') this.versions.set(name, version);
  }
}
