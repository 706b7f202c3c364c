import type { Confidence } from '@gs/domain/rules'
import type { Tone } from '@gs/ui'

const TONES: Readonly<Record<Confidence, Tone>> = { high: 'good', medium: 'neutral', low: 'soon' }

/** How sure a pack is, as a colour. */
export const toneOfLevel = (level: Confidence): Tone => TONES[level]
