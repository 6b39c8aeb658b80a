/** A year: the name of an asset changes with its content. */
export const ASSET_CACHING = 'public, max-age=31536000, immutable';

/** Asked for every time, and answered 304 while it is the same. */
export const PAGE_CACHING = 'no-cache';

/**
 * What a browser may do with an answer: run and show what comes from here, ask here, and put uploads into the bucket.
 * `uploadsUrl` is what the URL of every upload begins with.
 */
export function pageHeaders(uploadsUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(uploadsUrl),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // The address of a view tells whom it shows.
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

function contentSecurityPolicy(uploadsUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${uploadsUrl}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    // Text that became markup would be a mistake: no script may make any.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
