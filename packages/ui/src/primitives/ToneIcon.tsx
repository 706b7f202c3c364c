import { clsx } from 'clsx'
import type { Tone } from '../tone.ts'

/** The mark of a tone (`marks.css`); its shape says what its colour says. Its size is that of the classes. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string | undefined }) {
  return <span aria-hidden className={clsx('mark', `is-${tone}`, className)} />
}
