import type { Bench, Judged, Wishes } from './plan-model.ts'
import type { PlanPage } from './types.ts'
import type { CardMoves } from './use-card-moves.ts'
import type { PlanWords } from './use-plan-words.ts'

/** What the board, the list and the tray are made from. */
export interface BoardProps {
  readonly page: PlanPage
  readonly bench: Bench
  readonly judged: Judged
  readonly wishes: Wishes
  readonly words: PlanWords
  readonly moves: CardMoves
  /** The course whose controls are shown. */
  readonly chosen: string | null
  readonly choose: (courseId: string | null) => void
}
