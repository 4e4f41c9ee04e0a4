import { TWINS } from './selections.ts';

/** Pull requests of this repository from branches of one name, of whichever repository. */
export const NAMESAKES_DOCUMENT = `query Namesakes($owner: String!, $name: String!, $branch: String!, $page: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(headRefName: $branch, first: $page, after: $after, states: [OPEN, CLOSED, MERGED]) { ${TWINS} }
  }
}`;
