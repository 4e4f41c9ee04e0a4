import * as v from 'valibot';

/** An object of such names and values. The schema library takes an empty list for an object without members: here it is none. */
export const mapping = <K extends v.GenericSchema<string, string>, T extends v.GenericSchema>(key: K, value: T) =>
  v.lazy((input) => (Array.isArray(input) ? v.never('an object, not a list') : v.record(key, value)));
