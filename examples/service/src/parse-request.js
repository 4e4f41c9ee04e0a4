const ORDER = /^[A-Z0-9-]{4,32}$/;

/** A refund request from JSON text, or null when it is not one. */
export function parseRequest(text) {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return null;
  const { order, currency, cents } = value;
  if (typeof order !== 'string' || !ORDER.test(order)) return null;
  if (typeof currency !== 'string') return null;
  if (!Number.isSafeInteger(cents) || cents <= 0) return null;
  return { order, currency, cents };
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the caller answers 400 to whatever is no request
  }
}
