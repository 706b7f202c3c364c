'use client'

import { Button } from '@gs/ui'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** Puts the address of the public page on the clipboard. */
export function CopyAddress({ path }: { path: string }) {
  const t = useTranslations('issuance.record')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(path, window.location.origin).href)
    setCopied(true)
  }
  return (
    <Button icon={copied ? <Check /> : <Copy />} onClick={() => void copy()}>
      <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
    </Button>
  )
}
