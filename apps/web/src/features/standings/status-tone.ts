import type { Tone } from '@gs/ui'
import type { HoldingView } from './types.ts'

const TONES: Readonly<Record<HoldingView['status'], Tone>> = {
  pending: 'info',
  active: 'good',
  due_soon: 'soon',
  grace: 'out',
  late: 'out',
  suspended: 'out',
  inactive: 'out',
  extended: 'info',
  lapsed: 'out',
  permanent: 'good',
  'n/a': 'neutral',
}

export const toneOf = (status: HoldingView['status']): Tone => TONES[status]
