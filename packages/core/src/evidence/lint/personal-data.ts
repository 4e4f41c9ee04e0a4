const EMAIL = /[^\s@<>"']+@[^\s@<>"']+\.[\p{L}]{2,}/u;
const OCTET = '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const IPV4 = new RegExp(`(?<![0-9.])(${OCTET}\\.){3}${OCTET}(?![0-9.])`);
/** International form only: figures without a plus sign are more often counts than telephones. */
const TELEPHONE = /\+[0-9][0-9 ()/-]{6,}[0-9]/;
/** A whole run of what an address is made of, two colons in it. Times of day are such, and little else is. */
const COLONS = /(?<![0-9a-fA-F:])[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:]*/g;
const IPV6_GROUP = /^[0-9a-fA-F]{1,4}$/;

/**
 * What can be recognised as somebody's: addresses of mail and of machines, telephone numbers. Names cannot, so no field of a record has
 * room for one: each has a grammar of its own. Few texts have the sign that each of these needs, and this is asked of every text of every
 * record.
 *
 * @param isVersion `1.2.3.4` is a version there and no address
 */
export function looksPersonal(text: string, isVersion: boolean): boolean {
  return (
    (text.includes('@') && EMAIL.test(text)) ||
    (text.includes('+') && TELEPHONE.test(text)) ||
    (!isVersion && text.includes('.') && IPV4.test(text)) ||
    (text.includes(':') && (text.match(COLONS) ?? []).some(isIpv6))
  );
}

function isIpv6(token: string): boolean {
  const [head = '', tail, ...more] = token.split('::');
  if (more.length > 0) return false;
  const groups = [head, tail ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  if (!groups.every((group) => IPV6_GROUP.test(group))) return false;
  return tail === undefined ? groups.length === 8 : groups.length >= 2 && groups.length <= 7;
}
