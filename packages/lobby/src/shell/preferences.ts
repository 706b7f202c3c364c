const YEAR_SECONDS = 31_536_000

/** Keeps a choice for this browser where the server sees it with the next page. An empty value forgets it. */
export function remember(name: 'gs_theme' | 'gs_locale', value: string): void {
  const age = value ? YEAR_SECONDS : 0
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers before 2025.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${age}; SameSite=Lax`
}
