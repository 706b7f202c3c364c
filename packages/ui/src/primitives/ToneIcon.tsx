import { CircleAlert, CircleCheck, CircleDashed, Clock, Info } from 'lucide-react'
import type { Tone } from '../tone.ts'

const icons = { neutral: CircleDashed, good: CircleCheck, soon: Clock, out: CircleAlert, info: Info }

/** The icon of a tone; its shape says what its colour says. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string | undefined }) {
  const Icon = icons[tone]
  return <Icon aria-hidden className={className} />
}
