/** `<job of the caller> / <job of the gate>`: rulesets name it by hand, so it never changes. */
export const CHECK_NAME = 'gate / gate';
