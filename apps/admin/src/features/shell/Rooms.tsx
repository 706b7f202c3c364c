'use client'

import { NavList, type NavRow } from '@gs/ui/blocks'
import { usePathname } from 'next/navigation'

/** The rooms of the console, with the one that one is in. */
export function Rooms({ label, rows }: { readonly label: string; readonly rows: readonly NavRow[] }) {
  return <NavList label={label} rows={rows} here={usePathname()} />
}
