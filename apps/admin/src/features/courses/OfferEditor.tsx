'use client'

import { typedIn } from '@gs/lobby/forms'
import { Button, Card, Field, FormError, Input, Select, StatusBadge } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useCardName } from '../standing/use-card-name.ts'
import type { OfferPage } from './draft-view.ts'
import { faultIn, type OfferField, offerToSend, typedOffer } from './offer-form.ts'
import { useErrorWords } from './use-error-words.ts'
import { begin, renew, useIntent } from './use-intent.ts'

export interface OfferEditorProps extends OfferPage {
  readonly courseId: string
}

/** On what terms a course can be had and the card that it gives: what plans reckon with from the next one on. */
export function OfferEditor({ courseId, offer, cardTypes }: OfferEditorProps) {
  const t = useTranslations('courses.offer')
  const trpc = useTRPC()
  const { refresh } = useRouter()
  const words = useErrorWords()
  const cardName = useCardName()
  const intent = useIntent(offer)
  const [fault, setFault] = useState<OfferField | null>(null)
  const [tries, setTries] = useState(0)
  const [saved, setSaved] = useState(false)
  const [card, setCard] = useState(offer.card?.type ?? '')
  const save = useMutation(
    trpc.courses.setOffer.mutationOptions({
      onSuccess: (kept) => {
        intent.current.seen = kept.offer
        setSaved(true)
        refresh()
      },
      onSettled: () => renew(intent.current),
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (intent.current.busy) return
    const fields = new FormData(event.currentTarget)
    const typed = typedOffer((name) => typedIn(fields, name).trim())
    const found = faultIn(typed, cardTypes)
    setFault(found)
    setTries((count) => count + 1)
    setSaved(false)
    if (found !== null) return
    const { seen, key } = begin(intent.current)
    save.mutate({ courseId, seen: offerToSend(seen), offer: typed, key })
  }
  const wrong = (field: OfferField) => (fault === field ? t(`wrong.${field}`) : undefined)
  return (
    <form className="grid max-w-3xl gap-6" noValidate onSubmit={submit} onChange={() => setSaved(false)}>
      {fault ? (
        <FormError key={tries} title={t('wrong.title')} errors={[{ fieldId: fault, message: t(`wrong.${fault}`) }]} />
      ) : null}
      {save.error ? <FormError key={save.submittedAt} title={words(save.error)} /> : null}
      <Card title={t('terms')} description={t('termsText')}>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field id="price" label={t('price')} hint={t('priceHint')} error={wrong('price')} required>
            {(control) => (
              <Input
                {...control}
                name="price"
                type="number"
                inputMode="decimal"
                min={0}
                step="0.01"
                defaultValue={offer.price / 1000}
              />
            )}
          </Field>
          <Field id="availableFrom" label={t('availableFrom')} hint={t('dayHint')} optionalLabel={t('optional')}>
            {(control) => (
              <Input {...control} name="availableFrom" type="date" defaultValue={offer.availableFrom ?? ''} />
            )}
          </Field>
          <Field
            id="availableUntil"
            label={t('availableUntil')}
            hint={t('dayHint')}
            optionalLabel={t('optional')}
            error={wrong('availableUntil')}
          >
            {(control) => (
              <Input {...control} name="availableUntil" type="date" defaultValue={offer.availableUntil ?? ''} />
            )}
          </Field>
        </div>
      </Card>
      <Card title={t('card')} description={t('cardText')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field id="cardType" label={t('cardType')}>
            {(control) => (
              <Select
                {...control}
                name="cardType"
                value={card}
                onChange={(event) => setCard(event.currentTarget.value)}
                options={[
                  { value: '', label: t('noCard') },
                  ...cardTypes.map((type) => ({ value: type, label: cardName(type) })),
                ]}
              />
            )}
          </Field>
          {card === '' ? null : (
            <Field id="cardMonths" label={t('cardMonths')} error={wrong('cardMonths')} required>
              {(control) => (
                <Input
                  {...control}
                  name="cardMonths"
                  type="number"
                  min={1}
                  max={120}
                  defaultValue={offer.card?.months ?? 24}
                />
              )}
            </Field>
          )}
        </div>
      </Card>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" pending={save.isPending} pendingLabel={t('pending')}>
          {t('save')}
        </Button>
        <span role="status">{saved ? <StatusBadge tone="good">{t('saved')}</StatusBadge> : null}</span>
      </div>
    </form>
  )
}
