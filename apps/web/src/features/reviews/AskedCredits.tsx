'use client'

import { Field, Fieldset, Input } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { creditName } from './activity-fields.ts'

/** One body whose credits may be asked for, in words of the reader's language. */
export interface BodyAsked {
  readonly packId: string
  readonly name: string
  readonly unit: string
  readonly categories: readonly { readonly code: string; readonly name: string }[]
}

/** Credits for each body in its own unit, by category where it has any. */
export function AskedCredits({ bodies }: { readonly bodies: readonly BodyAsked[] }) {
  const t = useTranslations('reviews.activity')
  return (
    <Fieldset id="credits" legend={t('credits')} hint={t('creditsHint')}>
      <div className="grid gap-4 sm:grid-cols-2">
        {bodies.flatMap((body) =>
          (body.categories.length === 0 ? [undefined] : body.categories).map((category) => {
            const name = creditName(body.packId, category?.code ?? '')
            return (
              <Field
                key={name}
                id={name.replaceAll(' ', '-')}
                label={body.name}
                hint={category ? `${category.code} · ${category.name} · ${body.unit}` : body.unit}
              >
                {(control) => (
                  <Input
                    {...control}
                    name={name}
                    inputMode="decimal"
                    autoComplete="off"
                    pattern="[0-9]{1,9}([.,][0-9]{1,3})?"
                    title={t('creditsPattern')}
                  />
                )}
              </Field>
            )
          }),
        )}
      </div>
    </Fieldset>
  )
}
