/** A panel of the top layer, placed by `useAnchored`. */
export const popoverClass =
  'fixed inset-auto m-0 rounded-xl border border-line bg-raised text-ink shadow-float open:animate-appear'
