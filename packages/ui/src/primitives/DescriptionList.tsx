import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { staticList } from '../static-list.ts'

export interface DescriptionListProps {
  items: readonly { term: ReactNode; detail: ReactNode }[]
  /** `rows`: term and detail side by side; `grid`: detail under term, in columns. */
  look?: 'rows' | 'grid' | undefined
  className?: string | undefined
}

/** Facts, each with its name. */
export function DescriptionList({ items, look = 'rows', className }: DescriptionListProps) {
  const grid = look === 'grid'
  return (
    <dl className={clsx(grid ? 'grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4' : 'divide-y divide-line', className)}>
      {staticList(items, ({ term, detail }) => (
        <div className={grid ? 'min-w-0' : 'flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5'}>
          <dt className="text-sm text-muted">{term}</dt>
          <dd className={clsx('min-w-0 break-words tabular-nums', grid ? 'mt-0.5 font-medium' : 'text-end')}>
            {detail}
          </dd>
        </div>
      ))}
    </dl>
  )
}
