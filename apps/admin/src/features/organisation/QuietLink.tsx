import type { LinkProps } from '@gs/ui'
import Link from 'next/link'

/** A link whose page is made when it is wanted and not before: a list of fifty would otherwise make fifty. */
export const QuietLink = (props: LinkProps) => <Link {...props} prefetch={false} />
