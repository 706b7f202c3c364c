/**
 * The address of a link in a document, if it may be followed: `https:` or relative to this site. Nothing else, and nothing
 * a browser would read as something else (control characters, backslashes, `//host`).
 */
export function safeHref(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const href = value.trim()
  if (href === '' || /[\s\\\p{Cc}]/u.test(href)) return undefined
  if (/^https:\/\/[^/]/i.test(href)) return href
  if (href.startsWith('//') || /^[^/?#]*:/.test(href)) return undefined
  return href
}

export function isExternal(href: string): boolean {
  return /^https:/i.test(href)
}
