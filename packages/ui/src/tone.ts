/** The tones of the palette. Colour never stands alone: whatever shows a tone also shows an icon or a word. */
export type Tone = 'neutral' | 'good' | 'soon' | 'out' | 'info'

/** Soft ground with readable ink: badges, callouts, alerts. */
export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  good: 'bg-accent-soft text-accent-ink',
  soon: 'bg-soon-soft text-soon-ink',
  out: 'bg-out-soft text-out-ink',
  info: 'bg-info-soft text-info-ink',
}

/** Solid fill of marks, bars and dots. */
export const toneFill: Record<Tone, string> = {
  neutral: 'bg-line-strong',
  good: 'bg-accent',
  soon: 'bg-soon',
  out: 'bg-out',
  info: 'bg-info',
}

/** Strokes and icons. */
export const toneText: Record<Tone, string> = {
  neutral: 'text-line-strong',
  good: 'text-accent',
  soon: 'text-soon',
  out: 'text-out',
  info: 'text-info',
}

/** Words in the tone's ink. */
export const toneInk: Record<Tone, string> = {
  neutral: 'text-ink',
  good: 'text-accent-ink',
  soon: 'text-soon-ink',
  out: 'text-out-ink',
  info: 'text-info-ink',
}
