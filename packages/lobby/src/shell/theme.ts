import { cookies } from 'next/headers'

/** The appearance that was chosen here; `system` where none was. */
export async function chosenTheme(): Promise<'light' | 'dark' | 'system'> {
  const kept = (await cookies()).get('gs_theme')?.value
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}
