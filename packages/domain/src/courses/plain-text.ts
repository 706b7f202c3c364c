import { z } from 'zod'

/** No control characters but line breaks and tabs, and no half of a surrogate pair: what a database can keep as it is. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text)

/** A text of an author, shown as text and never as markup. May be empty in a draft. */
export const plainText = (max: number) =>
  z.string().max(max, 'text.too-long').refine(isPlainText, 'text.control-characters')

/** Names lessons, questions and options inside one course, from version to version. */
export const contentKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'key.invalid')
