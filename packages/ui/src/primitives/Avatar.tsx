import { clsx } from 'clsx'

const sizes = { sm: 'size-7 text-[0.6875rem]', md: 'size-9 text-xs', lg: 'size-14 text-lg' }

export interface AvatarProps {
  name: string
  size?: keyof typeof sizes | undefined
  className?: string | undefined
}

/** Initials in a disc, beside the written name; it is not read aloud, and no part of a button's name. */
export function Avatar({ name, size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-initials={initials(name)}
      className={clsx(
        'inline-grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold tracking-wide text-accent-ink select-none before:content-[attr(data-initials)]',
        sizes[size],
        className,
      )}
    />
  )
}

/** First letters of the first and the last word: "María del Mar Ruiz" gives "MR". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked.map((word) => firstLetter(word ?? '').toLocaleUpperCase()).join('')
}

/** By code point: a letter outside the basic plane is two units long. */
function firstLetter(word: string): string {
  const code = word.codePointAt(0)
  return code === undefined ? '' : String.fromCodePoint(code)
}
