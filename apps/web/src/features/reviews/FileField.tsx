'use client'

import { Field } from '@gs/ui'
import { useTranslations } from 'next-intl'

/** The evidence: one file, its kind read from its content when it arrives. */
export function FileField({ error }: { readonly error?: string | undefined }) {
  const t = useTranslations('reviews.file')
  return (
    <Field id="file" label={t('label')} hint={t('hint')} error={error} required>
      {(control) => (
        <input
          {...control}
          type="file"
          name="file"
          accept="application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png"
          className="block w-full rounded-lg border border-line-strong bg-surface p-2 text-sm file:me-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border-0 file:bg-sunken file:px-3 file:font-medium file:text-ink"
        />
      )}
    </Field>
  )
}
