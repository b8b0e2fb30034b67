/**
 * Headers of every page and file: no inline script or style, nothing from elsewhere, no framing, no
 * guessing of types, and nothing that another origin may read. `address` is the server's own.
 */
export function securityHeaders(address: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // Safari does not take the socket of the same host for 'self'.
    `connect-src 'self' ${address.replace('http:', 'ws:')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { 'Content-Security-Policy': policy.join('; '), ...isolationHeaders };
}

/** What every answer carries, a refusal too. */
export const isolationHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
