/** What is read of a press of the pointer, or of Enter on a link. */
export interface Press {
  readonly defaultPrevented: boolean
  readonly button: number
  readonly metaKey: boolean
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly target: unknown
}

interface Anchor {
  readonly href: string
  readonly target: string
  hasAttribute(name: string): boolean
}

/**
 * The address within this app to which the press leads, or nothing where the browser is to do as it always does: another
 * window, a download, another site, a place on the same page, or a press that somebody has already answered.
 */
export function softAddress(press: Press, here: string): string | undefined {
  if (press.defaultPrevented || press.button !== 0) return undefined
  if (press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return undefined
  const anchor = anchorAt(press.target)
  if (!anchor || (anchor.target !== '' && anchor.target !== '_self') || anchor.hasAttribute('download'))
    return undefined
  const [from, to] = [new URL(here), new URL(anchor.href, here)]
  if (to.origin !== from.origin) return undefined
  const samePage = to.pathname === from.pathname && to.search === from.search
  return samePage && to.hash !== '' ? undefined : `${to.pathname}${to.search}${to.hash}`
}

const anchorAt = (target: unknown): Anchor | null =>
  typeof target === 'object' && target !== null && 'closest' in target && typeof target.closest === 'function'
    ? target.closest('a[href]')
    : null
