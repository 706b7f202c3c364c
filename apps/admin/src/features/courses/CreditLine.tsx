'use client'

import { Field, Fieldset, IconButton, Input, Select } from '@gs/ui'
import { Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { wordsIn } from '../standing/amount.ts'
import type { TypedCredit } from './credit-form.ts'
import type { CreditsPage } from './draft-view.ts'

export interface CreditLineProps {
  readonly id: string
  readonly number: number
  readonly typed: TypedCredit
  readonly packs: CreditsPage['packs']
  readonly onChange: (part: Partial<TypedCredit>) => void
  readonly onRemove: () => void
}

/** What one body gives: for which credential and category, how much, on which days of completion, and where it says so. */
export function CreditLine({ id, number, typed, packs, onChange, onRemove }: CreditLineProps) {
  const t = useTranslations('courses.credits')
  const locale = useLocale()
  const pack = packs.find(({ packId }) => packId === typed.packId)
  const categories = pack?.categories ?? []
  const choose = (packId: string): void => {
    const next = packs.find((each) => each.packId === packId)
    onChange({ packId, category: next?.categories[0]?.code ?? '' })
  }
  return (
    <li className="py-4 first:pt-0">
      <Fieldset legend={t('line', { number })}>
        <div className="grid items-end gap-3 sm:grid-cols-2">
          <Field id={`${id}-pack`} label={t('pack')}>
            {(control) => (
              <Select
                {...control}
                value={typed.packId}
                onChange={(event) => choose(event.currentTarget.value)}
                options={packs.map((each) => ({
                  value: each.packId,
                  label: `${each.body}: ${wordsIn(locale, each.credential)} (${each.packId})`,
                }))}
              />
            )}
          </Field>
          {categories.length > 0 ? (
            <Field id={`${id}-category`} label={t('category')}>
              {(control) => (
                <Select
                  {...control}
                  value={typed.category}
                  onChange={(event) => onChange({ category: event.currentTarget.value })}
                  options={[
                    { value: '', label: t('noCategory') },
                    ...categories.map(({ code, name }) => ({
                      value: code,
                      label: `${code}: ${wordsIn(locale, name)}`,
                    })),
                  ]}
                />
              )}
            </Field>
          ) : null}
          <Field id={`${id}-amount`} label={t('amount', { unit: pack ? wordsIn(locale, pack.unit) : '' })} required>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={typed.amount}
                onChange={(event) => onChange({ amount: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field id={`${id}-from`} label={t('from')} required>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={typed.from}
                onChange={(event) => onChange({ from: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field id={`${id}-to`} label={t('to')} optionalLabel={t('optional')}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={typed.to}
                onChange={(event) => onChange({ to: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field id={`${id}-source`} label={t('source')} optionalLabel={t('optional')}>
            {(control) => (
              <Input
                {...control}
                maxLength={500}
                value={typed.source}
                onChange={(event) => onChange({ source: event.currentTarget.value })}
              />
            )}
          </Field>
        </div>
        <div className="mt-2 flex justify-end">
          <IconButton label={t('remove', { number })} icon={<Trash2 />} onClick={onRemove} />
        </div>
      </Fieldset>
    </li>
  )
}
