import { buttonClass, Card, EmptyState, PageHeader } from '@gs/ui'
import { ReceiptText } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AccountStatement } from './AccountStatement.tsx'
import { CardsOnFile } from './CardsOnFile.tsx'
import type { CreditStatement } from './types.ts'

/** The ledger as a statement, one account for each body, and the cards on file. */
export async function StatementView({ statement }: { statement: CreditStatement }) {
  const t = await getTranslations('credits')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Link href="/credits/hand-in" prefetch={false} className={buttonClass({ variant: 'primary' })}>
            {t('handIn')}
          </Link>
        }
      />
      <div className="space-y-6">
        {statement.accounts.length === 0 ? (
          <Card>
            <EmptyState
              icon={<ReceiptText />}
              title={t('empty.title')}
              action={
                <Link href="/learn" prefetch={false} className={buttonClass({ variant: 'secondary' })}>
                  {t('empty.action')}
                </Link>
              }
            >
              {t('empty.text')}
            </EmptyState>
          </Card>
        ) : null}
        {statement.accounts.map((account) => (
          <AccountStatement key={account.packId} account={account} />
        ))}
        <CardsOnFile cards={statement.cards} />
      </div>
    </>
  )
}
