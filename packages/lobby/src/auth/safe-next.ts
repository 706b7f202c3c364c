/** Where to go after signing in: a path of this app, and never another site's address. The start for anything else. */
export function safeNext(next: string | readonly string[] | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/'
  // Browsers read "//x", "/\x" and a tab between them as another host.
  if (/[\\\p{Cc}]/u.test(next) || next.startsWith('//') || next.startsWith('/api/')) return '/'
  return next
}
