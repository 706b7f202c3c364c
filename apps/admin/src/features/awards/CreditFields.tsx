'use client'

import type { Words } from '@gs/domain/rules'
import { Alert, Field, Fieldset, Input } from '@gs/ui'
import { useLocale, useTranslations } from 'next-intl'
import { wordsIn } from '../standing/amount.ts'
import { creditName } from './fields.ts'

export interface CreditPack {
  readonly packId: string
  readonly body: string
  readonly credential: Words
  readonly unit: { readonly plural: Words }
  readonly categories: readonly { readonly code: string; readonly name: Words }[]
}

export interface CreditFieldsProps {
  readonly packs: readonly CreditPack[]
  /** Amounts to begin with, by the names that `creditName` makes. */
  readonly initial?: Readonly<Record<string, string>> | undefined
}

/** Credits for each body in its own unit, by category where it has any. */
export function CreditFields({ packs, initial = {} }: CreditFieldsProps) {
  const t = useTranslations('awards.credits')
  const locale = useLocale()
  if (packs.length === 0) return <Alert tone="info">{t('none')}</Alert>
  return (
    <Fieldset legend={t('legend')} hint={t('hint')}>
      <div className="grid gap-4 sm:grid-cols-2">
        {packs.flatMap((pack) =>
          (pack.categories.length === 0 ? [null] : pack.categories).map((category) => {
            const name = creditName(pack.packId, category?.code ?? '')
            return (
              <Field
                key={name}
                id={name.replaceAll(' ', '-')}
                label={`${pack.body}: ${wordsIn(locale, pack.credential)}`}
                hint={[
                  category && `${category.code} · ${wordsIn(locale, category.name)}`,
                  wordsIn(locale, pack.unit.plural),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {(control) => (
                  <Input
                    {...control}
                    name={name}
                    inputMode="decimal"
                    autoComplete="off"
                    pattern="[0-9]{1,9}([.,][0-9]{1,3})?"
                    title={t('pattern')}
                    defaultValue={initial[name]}
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
