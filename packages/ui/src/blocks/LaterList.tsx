import type { ReactNode } from 'react'

export interface LaterItem {
  readonly id: string
  /** What is lost now. */
  readonly lost: string
  readonly because?: string | undefined
  /** From when on it is not. */
  readonly from: string
}

export interface LaterListProps {
  readonly items: readonly LaterItem[]
  /** What is kept in any case. */
  readonly note?: ReactNode
}

/** What would be lost now and not later, each with its day; put it into a dialog or an alert before the thing is done. */
export function LaterList({ items, note }: LaterListProps) {
  return (
    <div className="space-y-3">
      <ul className="space-y-3">
        {items.map(({ id, lost, because, from }) => (
          <li key={id}>
            <p>{lost}</p>
            {because ? <p>{because}</p> : null}
            <p className="font-medium">{from}</p>
          </li>
        ))}
      </ul>
      {note ? <p className="text-muted">{note}</p> : null}
    </div>
  )
}
