/**
 * Untrusted text inside HTML text or a quoted attribute. Characters that turn the reading direction or hide are shown as their codes:
 * an auditor must see the name that was signed, not the one it pretends to be (CVE-2021-42574).
 */
export function escapeHtml(text: string): string {
  return text.replace(SPECIAL, (found) => ENTITIES[found] ?? `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

const SPECIAL = /[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};
