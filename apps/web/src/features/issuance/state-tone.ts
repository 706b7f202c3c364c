import type { Tone } from '@gs/ui'
import type { RecordView } from './types.ts'

const TONES: Readonly<Record<RecordView['state'], Tone>> = {
  valid: 'good',
  expired: 'soon',
  superseded: 'neutral',
  revoked: 'out',
}

export const toneOfState = (state: RecordView['state']): Tone => TONES[state]
