/** The look of whatever floats over the page. */
export const floatClass = 'rounded-xl border border-line bg-raised text-ink shadow-float'

/** A panel of the top layer, placed by `useAnchored`. */
export const popoverClass = `fixed inset-auto m-0 open:animate-appear ${floatClass}`
