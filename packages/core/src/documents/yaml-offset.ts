import { EVENT_ID, SCALAR_STYLE, type Event } from 'js-yaml';

/** Where a node starts: with its quote, or with the `*` of an alias. */
export function offsetOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.SCALAR:
      return Math.max(0, isQuoted(event.style) ? event.valueStart - 1 : event.valueStart);
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    default:
      return 0;
  }
}

const isQuoted = (style: number): boolean => style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
