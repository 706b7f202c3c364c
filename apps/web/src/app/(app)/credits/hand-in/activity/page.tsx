import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActivityForm } from '../../../../../features/reviews/ActivityForm.tsx'
import { HandInFrame } from '../../../../../features/reviews/HandInFrame.tsx'
import { load, serverCaller } from '../../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviews'))('activity.heading') }
}

export default async function HandInActivityPage() {
  const api = await serverCaller()
  const [{ packs, today }, locale] = await Promise.all([load(api.reviews.options()), getLocale()])
  const language = locale === 'es' ? 'es' : 'en'
  return (
    <HandInFrame which="activity" possible={packs.length > 0}>
      <ActivityForm
        today={today}
        bodies={packs.map(({ packId, body, credential, unit, categories }) => ({
          packId,
          name: `${body}: ${credential[language]}`,
          unit: unit.plural[language],
          categories: categories.map(({ code, name }) => ({ code, name: name[language] })),
        }))}
      />
    </HandInFrame>
  )
}
