/** The look of every text control. 16 px letters on a phone keep iOS from zooming in. */
export const controlClass =
  'block w-full rounded-lg border border-line-strong bg-surface px-3 text-base text-ink shadow-card transition-colors placeholder:text-muted hover:border-ink/50 focus-visible:border-focus disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken aria-invalid:border-out sm:text-sm'
