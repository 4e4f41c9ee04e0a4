import { PROOFRAIL_FOLDER } from './selections.ts';

/** The organisation's `.proofrail/` in the gate's own repository, at the commit of its running workflow. */
export const FOLDER_DOCUMENT = `query Folder($owner: String!, $name: String!, $commit: GitObjectID!) {
  repository(owner: $owner, name: $name) { object(oid: $commit) { oid ... on Commit { ${PROOFRAIL_FOLDER} } } }
}`;
