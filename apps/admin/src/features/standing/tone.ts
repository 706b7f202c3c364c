import type { Tone } from '@gs/ui'

const TONES: Readonly<Record<string, Tone>> = {
  active: 'good',
  permanent: 'good',
  extended: 'info',
  pending: 'neutral',
  due_soon: 'soon',
  grace: 'soon',
  late: 'out',
  suspended: 'out',
  inactive: 'out',
  lapsed: 'out',
}

/** The colour of a status; the word always stands beside it. */
export const toneOf = (status: string): Tone => TONES[status] ?? 'neutral'
