import type { PersonId } from '@gs/domain'
import { Card } from '@gs/ui'
import { Messages } from '../../i18n/Messages.tsx'
import { load, serverCaller } from '../../server/caller.ts'
import { ReverseAward } from '../awards/ReverseAward.tsx'
import { ChainNote } from '../trail/ChainNote.tsx'
import { LedgerTable } from '../trail/LedgerTable.tsx'

export interface PersonLedgerProps {
  readonly personId: PersonId
  /** Whether the reader may take awards back. */
  readonly mayReverse: boolean
}

/** A person's ledger; whoever awards may take an award back here, by a counter-entry. */
export async function PersonLedger({ personId, mayReverse }: PersonLedgerProps) {
  const api = await serverCaller()
  const { entries, chain, spent } = await load(api.people.ledger({ personId }))
  return (
    <Messages namespaces={['awards', 'list', 'refusals']}>
      <div className="grid gap-6">
        <ChainNote chains={chain.entries === 0 ? [] : [chain]} />
        <Card flush>
          <LedgerTable
            rows={entries}
            withPerson={false}
            actions={
              mayReverse
                ? (row) =>
                    row.kind === 'award' && row.reversedBy === null ? (
                      <ReverseAward
                        entryId={row.id}
                        activity={row.activity}
                        spent={spent.filter(({ entryId }) => entryId === row.id)}
                      />
                    ) : null
                : undefined
            }
          />
        </Card>
      </div>
    </Messages>
  )
}
