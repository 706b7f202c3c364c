'use client'

import { Menu } from '@gs/ui/primitives'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { switchTo } from './post-auth.ts'

export interface OrganisationSwitcherProps {
  readonly current: string
  readonly organisations: readonly { readonly orgId: string; readonly name: string }[]
}

/** The organisation one is in; a menu for whoever belongs to several. Each is seen alone. */
export function OrganisationSwitcher({ current, organisations }: OrganisationSwitcherProps) {
  const t = useTranslations('shell')
  const name = organisations.find((each) => each.orgId === current)?.name ?? ''
  if (organisations.length < 2) return <span className="block truncate text-muted text-sm">{name}</span>
  return (
    <Menu
      align="start"
      label={`${t('organisation')}: ${name}`}
      trigger={
        <span className="flex min-w-0 items-center gap-1 text-sm">
          <span className="truncate">{name}</span>
          <ChevronsUpDown className="size-4 shrink-0" />
        </span>
      }
      items={organisations.map((each) => ({
        id: each.orgId,
        label: each.name,
        current: each.orgId === current,
        icon: each.orgId === current ? <Check /> : <span className="size-4" />,
        onSelect: () => void switchTo(each.orgId),
      }))}
    />
  )
}
