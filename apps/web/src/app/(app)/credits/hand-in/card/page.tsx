import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CardForm } from '../../../../../features/reviews/CardForm.tsx'
import { HandInFrame } from '../../../../../features/reviews/HandInFrame.tsx'
import { cardNames } from '../../../../../features/standings/card-name.ts'
import { load, serverCaller } from '../../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviews'))('card.heading') }
}

export default async function HandInCardPage() {
  const api = await serverCaller()
  const [{ packs, today }, nameOf] = await Promise.all([load(api.reviews.options()), cardNames()])
  const types = [...new Set(packs.flatMap((pack) => pack.cards.map(({ type }) => type)))]
  return (
    <HandInFrame which="card" possible={types.length > 0}>
      <CardForm
        today={today}
        types={types.map((value) => ({ value, label: nameOf(value) }))}
        issuers={[...new Set(packs.flatMap(({ issuers }) => issuers))]}
      />
    </HandInFrame>
  )
}
