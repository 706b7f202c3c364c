import { StatusBadge } from '@gs/ui'
import { toneOf } from './tone.ts'
import { useStatusWord } from './use-status-word.ts'

/** A status as word, mark and colour. */
export function StandingBadge({ status }: { readonly status: string }) {
  return <StatusBadge tone={toneOf(status)}>{useStatusWord()(status)}</StatusBadge>
}
