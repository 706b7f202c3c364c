'use client'

import { type CredentialOptions, HoldingForm, NotSent, statedIn, useSending } from '@gs/lobby/holdings'
import { Field } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { upload } from '../reviews/upload.ts'
import type { OwnHolding } from './types.ts'

export interface DeclareFormProps {
  readonly options: CredentialOptions
  /** What is stated anew. */
  readonly initial: OwnHolding | undefined
}

/** States a credential, with a copy of the certificate where there is one. */
export function DeclareForm({ options, initial }: DeclareFormProps) {
  const t = useTranslations('holdings')
  const router = useRouter()
  const client = useTRPCClient()
  const kept = useRef<{ readonly file: File; readonly fileId: string }>(undefined)
  const fileIn = async (form: FormData): Promise<string | null> => {
    const file = form.get('file')
    if (!(file instanceof File) || file.name === '') return null
    if (kept.current?.file.name === file.name && kept.current.file.size === file.size) return kept.current.fileId
    const sent = await upload({ file, purpose: 'evidence', key: crypto.randomUUID() })
    if (!sent.ok) throw new NotSent({ code: sent.code, field: 'file' })
    kept.current = { file, fileId: sent.fileId }
    return sent.fileId
  }
  const sending = useSending(
    async (form, key) => {
      const stated = statedIn(form)
      const fileId = await fileIn(form)
      await client.holdings.declare.mutate({ key, ...stated, fileId, replaces: initial?.id ?? null })
    },
    () => {
      router.push('/holdings')
      router.refresh()
    },
  )
  return (
    <HoldingForm
      options={options.credentials}
      held={options.held}
      today={options.today}
      initial={initial}
      sending={sending}
      submitLabel={initial ? t('save') : t('submit')}
    >
      <Field
        id="file"
        label={t('file')}
        hint={t('fileHint')}
        optionalLabel={t('optional')}
        error={sending.refused?.field === 'file' ? t('fileRefused') : undefined}
      >
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
    </HoldingForm>
  )
}
